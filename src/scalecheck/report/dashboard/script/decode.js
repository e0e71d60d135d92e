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

// The amounts of each project: one for each thing that its money is for, none where it says none.
function readAmounts(data, purposes) {
  let next = 0;
  return Array.from(data.stated, (stated, at) => {
    const count = stated === "0" ? 0 : purposes ? purposes[at].length : 1;
    next += count;
    return data.amounts.slice(next - count, next);
  });
}

function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ").toLowerCase();
}

function readPortfolio() {
  const data = readJson("dashboard-data");
  const titles = data.n ? readTitles(data.titles) : [];
  const facets = {};
  for (const name of Object.keys(data.facets)) facets[name] = readColumn(data.facets[name], data.n);
  const amounts = readAmounts(data, facets.purpose);
  const total = (parts) => parts.reduce((sum, one) => sum + one, 0);
  const money = amounts.map((parts, at) => (data.stated[at] === "1" ? total(parts) : null));
  return { ...data, titles, facets, amounts, money, folded: titles.map(fold) };
}
