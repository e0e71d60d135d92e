// Money: each amount in its own currency. Amounts in unlike currencies are never added.

function readMoney(carried, count) {
  let next = 0;
  const lines = readColumn(carried, carried.sets, count).map((kinds) => kinds.map((kind) => {
    const [currency, purpose, state] = carried.kinds[kind];
    const amount = carried.amounts[next] * carried.unit;
    next += 1;
    return { currency, purpose, state, amount };
  }));
  return { lines, refused: new Set(carried.refused), states: carried.states, patterns: carried.patterns };
}

// To the cent: sums of cents are not exact in a browser.
function toCents(amount) {
  return Math.round(amount * 100) / 100;
}

function moneyFormats(patterns, lang) {
  const bare = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  const cents = new Intl.NumberFormat(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return patterns.map((pattern) => (amount) => {
    const sum = toCents(amount);
    return pattern.replace("{n}", () => (Number.isInteger(sum) ? bare : cents).format(sum));
  });
}

// What some projects have: sums by currency, then by state and by purpose. None where none is said.
function addUp(portfolio, kept) {
  const { lines, states, patterns } = portfolio.money;
  const found = patterns.map(() => ({ stated: 0, sum: 0, states: states.map(() => null), purposes: [] }));
  for (const at of kept) {
    for (const line of lines[at]) {
      const own = found[line.currency];
      own.stated += 1;
      own.sum += line.amount;
      own.states[line.state] = (own.states[line.state] || 0) + line.amount;
      own.purposes[line.purpose] = (own.purposes[line.purpose] || 0) + line.amount;
    }
  }
  return found;
}

// The money of one project, in each currency of the portfolio: null where it has none in it.
function moneyOf(portfolio, at) {
  const sums = portfolio.money.patterns.map(() => null);
  for (const line of portfolio.money.lines[at]) sums[line.currency] = (sums[line.currency] || 0) + line.amount;
  return sums;
}

function piece(tag, name, ...inside) {
  const one = document.createElement(tag);
  one.className = name;
  one.append(...inside);
  return one;
}

// The card of amounts: a sum for each currency, and what became of it: asked for, confirmed…
function showMoney(card, portfolio, found, words, format) {
  const { states } = portfolio.money;
  const said = found.flatMap((own, currency) => {
    if (!own.stated) return [];
    const write = format.money[currency];
    const parts = own.states.flatMap((sum, state) => {
      if (sum === null) return [];
      const text = words.state.replace("{name}", () => states[state]).replace("{amount}", () => write(sum));
      return [" · ", piece("span", "whole", text)];
    });
    const quiet = piece("span", "quiet", ...parts.slice(1));
    return piece("div", "sum", piece("span", "seen", write(own.sum)), " ", quiet);
  });
  card.replaceChildren(...(said.length ? said : [piece("p", "seen", "–")]));
}
