// The list of projects: by name, in groups where one was asked for.

const PAGE = 25;

function valuesOf(portfolio, at, name) {
  return portfolio.facets[name][at].map((one) => portfolio.options[name][one]);
}

// Three values at most; the others behind a word, or all of them on paper.
function several(cell, values, words, format, whole) {
  if (whole || values.length <= words.most) {
    cell.textContent = values.join("; ") || "–";
    return;
  }
  const rest = document.createElement("details");
  const more = document.createElement("summary");
  more.textContent = format.say("rest", values.length - words.most);
  rest.append(more, values.slice(words.most).join("; "));
  cell.append(values.slice(0, words.most).join("; "), rest);
}

function titleCell(portfolio, at, words) {
  const title = document.createElement("th");
  const name = document.createElement("span");
  title.scope = "row";
  name.textContent = portfolio.titles[at];
  if (portfolio.foreign[at]) name.lang = words.foreign;
  title.append(name);
  const carrier = portfolio.carriers[at] ? `${portfolio.carriers[at]} · ` : "";
  title.append(piece("span", "about", carrier, piece("span", "id", portfolio.ids[at])));
  if (portfolio.local[at]) title.append(piece("span", "local", words.local));
  return title;
}

function moneyTexts(portfolio, at, words, format) {
  const said = moneyOf(portfolio, at).flatMap((sum, currency) => (sum === null ? [] : format.money[currency](sum)));
  if (!said.length && portfolio.money.refused.has(at)) return [words["all-refused"]];
  return said;
}

function projectRow(portfolio, at, words, format, whole) {
  const row = document.createElement("tr");
  row.append(titleCell(portfolio, at, words));
  portfolio.shown.forEach((name, place) => {
    const cell = row.insertCell();
    cell.dataset.label = words.columns[place + 1];
    several(cell, valuesOf(portfolio, at, name), words, format, whole);
  });
  const money = row.insertCell();
  money.className = "number";
  money.dataset.label = words.columns.at(-1);
  lines(money, moneyTexts(portfolio, at, words, format));
  return row;
}

function groupRow(portfolio, facet, group, counts, words, format) {
  const row = document.createElement("tr");
  const head = document.createElement("th");
  row.className = "group";
  head.colSpan = portfolio.shown.length + 2;
  head.scope = "colgroup";
  const name = group === undefined ? "–" : portfolio.options[facet][group];
  const found = group === undefined ? counts.none : counts[group];
  head.textContent = words.group.replace("{name}", () => name).replace("{count}", () => format.number.format(found));
  row.append(head);
  return row;
}

// One page of the order, or the whole of it where no page is named.
function showRows(body, portfolio, shown, page, words, format) {
  const { order: places, facet, counts } = shown;
  const whole = page === null;
  let before = null;
  const rows = (whole ? places : places.slice(page * PAGE, (page + 1) * PAGE)).flatMap((at) => {
    const row = projectRow(portfolio, at, words, format, whole);
    const group = facet ? portfolio.facets[facet][at][0] : null;
    if (group === before) return row;
    before = group;
    return [groupRow(portfolio, facet, group, counts, words, format), row];
  });
  body.replaceChildren(...rows);
}
