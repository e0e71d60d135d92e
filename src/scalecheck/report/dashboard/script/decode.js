// The projects as they are carried: columns of codes, and names that share their beginnings.

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function readJson(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

function readTitles(folded) {
  let before = "";
  return folded.split("\n").map((line) => {
    // Counted in characters, as they were written; most names hold nothing beyond the usual plane.
    const shared = Array.from(before).slice(0, SIGNS.indexOf(line[0])).join("");
    before = shared + line.slice(1);
    return before;
  });
}

function readColumn(column, count) {
  const sets = [];
  for (let at = 0; at < count; at += 1) {
    let place = 0;
    for (let digit = 0; digit < column.w; digit += 1) {
      place = place * SIGNS.length + SIGNS.indexOf(column.at[at * column.w + digit]);
    }
    sets.push(column.sets[place]);
  }
  return sets;
}

function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

function readPortfolio() {
  const data = readJson("dashboard-data");
  const titles = data.n ? readTitles(data.titles) : [];
  const facets = {};
  for (const name of Object.keys(data.facets)) facets[name] = readColumn(data.facets[name], data.n);
  return { ...data, titles, facets, folded: titles.map(fold) };
}
