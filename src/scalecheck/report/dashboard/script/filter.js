// Which projects are shown, and in which order.

function chosen(form) {
  const wanted = [];
  for (const select of form.querySelectorAll("[data-facet]")) {
    if (select.value !== "") wanted.push([select.dataset.facet, Number(select.value)]);
  }
  return wanted;
}

function keep(portfolio, wanted, text) {
  const kept = [];
  for (let at = 0; at < portfolio.n; at += 1) kept.push(at);
  const fitting = (some, [name, option]) => some.filter((at) => portfolio.facets[name][at].includes(option));
  const found = wanted.reduce(fitting, kept);
  return text ? found.filter((at) => portfolio.folded[at].includes(text)) : found;
}

// Projects come in alphabetical order. They may be grouped by what is no rank, or by stage in the
// order of the life cycle: never the other way, and by name within. What says nothing comes last.
function order(portfolio, kept, facet) {
  if (!facet) return kept;
  const column = portfolio.facets[facet];
  const groups = [...portfolio.options[facet], ""].map(() => []);
  for (const at of kept) groups[column[at].length ? column[at][0] : groups.length - 1].push(at);
  return groups.flat();
}

// How many projects have each option, and how many have it or one above it in the list.
function count(portfolio, kept, name) {
  const column = portfolio.facets[name];
  const counts = portfolio.options[name].map(() => 0);
  const first = portfolio.options[name].map(() => 0);
  for (const at of kept) {
    const set = column[at];
    for (const option of set) counts[option] += 1;
    if (set.length) first[set[0]] += 1;
  }
  let sum = 0;
  return { counts, covered: first.map((one) => (sum += one)) };
}

// The middle of the levels that are known, the lower of two; null where none is.
function middle(portfolio, kept) {
  const known = portfolio.known.level;
  const { counts } = count(portfolio, kept, "level");
  const whole = counts.slice(0, known).reduce((sum, one) => sum + one, 0);
  let rest = Math.ceil(whole / 2);
  const place = counts.findIndex((one) => (rest -= one) <= 0);
  return whole ? { level: portfolio.options.level[place], whole } : null;
}
