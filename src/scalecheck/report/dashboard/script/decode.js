// The projects as they are carried: columns of codes, and names that share their beginnings.

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Map(Array.from(SIGNS, (sign, place) => [sign, place]));

function readJson(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

function readNames(folded) {
  let before = "";
  return folded.split("\n").map((line) => {
    // Counted in characters, as they were written; most names hold nothing beyond the usual plane.
    const shared = Array.from(before).slice(0, VALUE.get(line[0])).join("");
    before = shared + line.slice(1);
    return before;
  });
}

// What each project has: one thing of a list, by the place that its signs tell.
function readColumn(column, list, count) {
  const found = [];
  for (let at = 0; at < count; at += 1) {
    let place = 0;
    for (let digit = 0; digit < column.w; digit += 1) {
      place = place * SIGNS.length + VALUE.get(column.at[at * column.w + digit]);
    }
    found.push(list[place]);
  }
  return found;
}

function readTexts(column, count) {
  return readColumn(column, readNames(column.names), count);
}

function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ").toLowerCase();
}

function readPortfolio() {
  const data = readJson("dashboard-data");
  const titles = readNames(data.titles);
  const ids = readTexts(data.ids, data.n);
  const carriers = readTexts(data.carriers, data.n);
  const facets = {};
  for (const [name, column] of Object.entries(data.facets)) {
    facets[name] = readColumn(column, column.sets, data.n);
  }
  const flags = Array.from(data.flags, (sign) => VALUE.get(sign));
  const local = flags.map((one) => Boolean(one & 1));
  const foreign = flags.map((one) => Boolean(one & 2));
  const folded = titles.map((title, at) => fold(`${title}\n${carriers[at]}\n${ids[at]}`));
  const money = readMoney(data.money, data.n);
  return { ...data, titles, local, foreign, ids, carriers, facets, folded, money };
}
