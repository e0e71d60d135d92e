// What is counted and listed, written into tables that are there already. Texts are only texts.

const PAGE = 50;

// A bar as long as its share of the longest, and its share of the whole in words.
function showBar(cell, part, most, share, format) {
  cell.firstElementChild.firstElementChild.style.width = `${most ? (100 * part) / most : 0}%`;
  cell.lastElementChild.textContent = format.percent.format(share);
}

function showBars(table, counts, whole, format) {
  const most = Math.max(0, ...counts);
  table.querySelectorAll("tbody tr").forEach((row, at) => {
    row.cells[1].textContent = format.number.format(counts[at]);
    showBar(row.cells[2], counts[at], most, whole ? counts[at] / whole : 0, format);
  });
}

// What money is for, in projects and in money. A project counts in each thing it has money for.
function showPurposes(table, portfolio, kept, format) {
  const counts = count(portfolio, kept, "purpose");
  const sums = counts.map(() => 0);
  for (const at of kept) {
    portfolio.facets.purpose[at].forEach((option, part) => {
      sums[option] += portfolio.amounts[at][part];
    });
  }
  const whole = sums.reduce((sum, one) => sum + one, 0);
  const most = Math.max(0, ...sums);
  table.querySelectorAll("tbody tr").forEach((row, at) => {
    row.cells[1].textContent = format.number.format(counts[at]);
    row.cells[2].textContent = counts[at] ? format.money.format(sums[at]) : "–";
    showBar(row.cells[3], sums[at], most, whole ? sums[at] / whole : 0, format);
  });
}

function showHeat(table, portfolio, kept, picked, format) {
  const cells = {};
  const totals = {};
  for (const at of kept) {
    for (const row of portfolio.facets.sector[at]) {
      totals[row] = (totals[row] || 0) + 1;
      for (const column of portfolio.facets.stage[at]) {
        const key = `${row} ${column}`;
        cells[key] = (cells[key] || 0) + 1;
      }
    }
  }
  const most = Math.max(1, ...Object.values(cells));
  for (const button of table.querySelectorAll("button")) {
    const { row, column } = button.dataset;
    const found = cells[`${row} ${column}`] || 0;
    const shade = found === 0 ? "" : found * 3 > most * 2 ? "most" : found * 3 > most ? "more" : "some";
    button.textContent = found ? format.number.format(found) : "·";
    button.className = shade;
    button.setAttribute("aria-pressed", String(picked.sector === row && picked.stage === column));
    const head = table.tHead.rows[0].cells[Number(column) + 1].textContent;
    button.setAttribute("aria-label", `${button.closest("tr").cells[0].textContent}, ${head}: ${found}`);
  }
  table.querySelectorAll("tbody tr").forEach((line, at) => {
    line.lastElementChild.textContent = format.number.format(totals[at] || 0);
  });
}

function cellsOf(portfolio, at) {
  return portfolio.shown.map((name) => portfolio.facets[name][at].map((one) => portfolio.options[name][one]).join(", "));
}

function showRows(body, portfolio, shown, words, format) {
  const rows = shown.map((at) => {
    const row = document.createElement("tr");
    const title = document.createElement("th");
    title.scope = "row";
    title.textContent = portfolio.titles[at];
    if (portfolio.local[at] === "1") {
      const note = document.createElement("span");
      note.className = "local";
      note.textContent = words.local;
      title.append(note);
    }
    row.append(title);
    const money = portfolio.money[at];
    const texts = [...cellsOf(portfolio, at), money === null ? "" : format.money.format(money)];
    texts.forEach((text, place) => {
      const cell = document.createElement("td");
      cell.textContent = text || "–";
      if (place === texts.length - 1) cell.className = "number";
      row.append(cell);
    });
    return row;
  });
  body.replaceChildren(...rows);
}
