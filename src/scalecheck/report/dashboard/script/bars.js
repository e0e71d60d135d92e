// What is counted, written into tables that are there already. Texts are only texts.

// A bar as long as its share of the longest, and its share of the whole in words.
function showBars(table, found, whole, format) {
  const most = Math.max(1, ...found.counts);
  const share = (part) => (whole ? format.share(part / whole) : "–");
  [...table.tBodies[0].rows].forEach((row, at) => {
    const part = found.counts[at];
    row.cells[1].textContent = format.number.format(part);
    row.cells[2].firstElementChild.firstElementChild.style.width = `${(100 * part) / most}%`;
    row.cells[2].lastElementChild.textContent = share(part);
    if (row.cells[3]) row.cells[3].textContent = share(found.covered[at]);
  });
}

// A part that is there is never 0 %.
function shareFormat(percent, least) {
  return (part) => (part > 0 && part < 0.005 ? least : percent.format(part));
}

function lines(cell, texts) {
  cell.replaceChildren(...(texts.length ? texts : ["–"]).map((text) => piece("span", "line", text)));
}

function showSplit(split, parts) {
  const whole = parts.reduce((sum, one) => sum + one, 0);
  split.hidden = !whole;
  [...split.querySelector(".split").children].forEach((part, at) => {
    part.style.flexGrow = String(whole ? parts[at] / whole : 0);
    part.hidden = !parts[at];
  });
}

// What money is for: projects, divided between the things that each has money for, and amounts,
// each currency by itself.
function showPurposes(panel, portfolio, kept, sums, format) {
  const counts = portfolio.options.purpose.map(() => 0);
  const portions = portfolio.options.purpose.map(() => 0);
  for (const at of kept) {
    const set = portfolio.facets.purpose[at];
    for (const option of set) {
      counts[option] += 1;
      portions[option] += 1 / set.length;
    }
  }
  const [projects, ...moneys] = panel.querySelectorAll(".balance");
  showSplit(projects, portions);
  moneys.forEach((one, currency) => showSplit(one, counts.map((_, at) => sums[currency].purposes[at] || 0)));
  [...panel.querySelector("table").tBodies[0].rows].forEach((row, at) => {
    const stated = sums.map((own, currency) => [own, currency]).filter(([own]) => own.purposes[at] !== undefined);
    row.cells[1].textContent = format.number.format(counts[at]);
    lines(row.cells[2], stated.map(([own, currency]) => format.money[currency](own.purposes[at])));
    lines(row.cells[3], stated.map(([own]) => (own.sum ? format.share(own.purposes[at] / own.sum) : "–")));
  });
}
