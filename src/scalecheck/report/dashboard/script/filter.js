// Which projects are shown, and in which order.

function chosen(form) {
  const wanted = [];
  for (const select of form.querySelectorAll("select")) {
    if (select.value !== "") wanted.push([select.dataset.facet, Number(select.value)]);
  }
  return wanted;
}

function keep(portfolio, wanted, text) {
  const kept = [];
  for (let at = 0; at < portfolio.n; at += 1) {
    const fits = wanted.every(([name, option]) => portfolio.facets[name][at].includes(option));
    if (fits && portfolio.folded[at].includes(text)) kept.push(at);
  }
  return kept;
}

// Projects come in alphabetical order; a sort groups them by one facet, in the order of its
// options, and keeps that order within. What says nothing comes last, whichever way.
function order(portfolio, kept, sort) {
  const turn = sort.down ? -1 : 1;
  if (!sort.facet) return sort.down ? kept.slice().reverse() : kept;
  const column = portfolio.facets[sort.facet];
  const rank = (at) => (column[at].length ? column[at][0] : Infinity);
  return kept.slice().sort((one, other) => {
    const [a, b] = [rank(one), rank(other)];
    if (a === b) return one - other;
    if (a === Infinity || b === Infinity) return a === Infinity ? 1 : -1;
    return turn * (a - b);
  });
}

function count(portfolio, kept, name) {
  const counts = portfolio.options[name].map(() => 0);
  for (const at of kept) for (const option of portfolio.facets[name][at]) counts[option] += 1;
  return counts;
}
