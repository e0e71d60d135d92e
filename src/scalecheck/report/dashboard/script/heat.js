// Two facets crossed: how many projects are in each cell, and a filter behind it.

function cross(portfolio, kept, down, across) {
  const wide = portfolio.options[across].length;
  const cells = new Array(portfolio.options[down].length * wide).fill(0);
  const [rows, columns] = [portfolio.facets[down], portfolio.facets[across]];
  for (const at of kept) for (const row of rows[at]) for (const column of columns[at]) cells[row * wide + column] += 1;
  return cells;
}

function shade(found, most) {
  if (found === 0) return "";
  return found * 3 > most * 2 ? "most" : found * 3 > most ? "more" : "some";
}

// Only what is not so already: each change costs the browser a look at the table.
function change(one, name, value) {
  if (one[name] !== value) one[name] = value;
}

function showHeat(table, portfolio, kept, format) {
  const { down, across } = table.dataset;
  const cells = cross(portfolio, kept, down, across);
  const wide = portfolio.options[across].length;
  const most = Math.max(1, ...cells);
  const picked = [down, across].map((name) => document.getElementById(`f-${name}`).value);
  for (const button of table.querySelectorAll("button")) {
    const { row, column } = button.dataset;
    const found = cells[Number(row) * wide + Number(column)];
    const pressed = picked[0] === row && picked[1] === column;
    const names = `${portfolio.options[down][row]}, ${portfolio.options[across][column]}`;
    change(button, "textContent", found ? format.number.format(found) : "·");
    change(button, "className", shade(found, most));
    change(button, "disabled", !found && !pressed);
    change(button, "ariaPressed", String(pressed));
    change(button, "ariaLabel", `${names}: ${found}`);
  }
  const totals = count(portfolio, kept, down).counts;
  for (const row of table.tBodies[0].rows) {
    row.lastElementChild.textContent = format.number.format(totals[row.dataset.row]);
  }
}
