// Put it together: one state, drawn again when it changes.

function formats(portfolio, words) {
  const number = new Intl.NumberFormat(words.lang);
  const percent = new Intl.NumberFormat(words.lang, { style: "percent" });
  const say = (name, count) => {
    const forms = words.plurals[name];
    return (count === 1 ? forms.one : forms.other).replace("{n}", () => number.format(count));
  };
  const money = moneyFormats(portfolio.money.patterns, words.lang);
  return { number, share: shareFormat(percent, words.least), money, say };
}

function start() {
  const portfolio = readPortfolio();
  const words = readJson("dashboard-words");
  const format = formats(portfolio, words);
  const byId = (id) => document.getElementById(id);
  const form = document.querySelector(".filters");
  const purposes = document.querySelector(".purposes");
  const bars = document.querySelectorAll("[data-counts]");
  const heats = document.querySelectorAll(".heat");
  const state = { page: 0, shown: { order: [], facet: "", counts: {} } };
  const isLocal = (at) => portfolio.local[at];

  function showCards(kept, sums) {
    const silent = kept.filter((at) => !portfolio.money.lines[at].length);
    const refused = silent.filter((at) => portfolio.money.refused.has(at)).length;
    const apart = [["unstated", silent.length - refused], ["refused", refused]];
    const level = portfolio.options.level ? middle(portfolio, kept) : null;
    byId("k-projects").textContent = format.number.format(kept.length);
    showMoney(byId("k-money"), portfolio, sums, words, format);
    byId("k-silent").textContent = apart.filter(([, n]) => n).map(([name, n]) => format.say(name, n)).join(" · ");
    byId("k-level").textContent = level ? level.level : "–";
    byId("k-levels").textContent = level ? format.say("levels", level.whole) : "";
    byId("k-local").textContent = format.number.format(kept.filter(isLocal).length);
    byId("shown").textContent = kept.length ? named(format.say("shown", kept.length)) : words.none;
  }

  // What is filtered is said with the count, on the screen and on paper.
  function named(shown) {
    const choices = [...form.querySelectorAll("[data-facet]")].filter((one) => one.value !== "");
    const said = choices.map((one) => one.selectedOptions[0].textContent);
    const text = byId("f-text").value.trim();
    const all = text ? [...said, text] : said;
    return all.length ? words.filtered.replace("{shown}", () => shown).replace("{choices}", () => all.join("; ")) : shown;
  }

  // What holds back is counted over those that it could hold back: none that is local by choice.
  function showCounts(kept) {
    for (const one of bars) {
      const held = one.dataset.counts === "bottleneck";
      const base = held ? kept.filter((at) => !isLocal(at)) : kept;
      showBars(one, count(portfolio, base, one.dataset.counts), base.length, format);
      if (held) byId("base").textContent = format.say("base", base.length);
    }
  }

  function showPage() {
    const places = state.shown.order;
    const pages = Math.max(1, Math.ceil(places.length / PAGE));
    state.page = Math.min(state.page, pages - 1);
    showRows(byId("rows"), portfolio, state.shown, state.page, words, format);
    byId("page").textContent = words.page.replace("{page}", state.page + 1).replace("{pages}", pages);
    byId("before").disabled = state.page === 0;
    byId("after").disabled = state.page === pages - 1;
  }

  function group(kept) {
    const facet = byId("f-group") ? byId("f-group").value : "";
    const counts = facet ? count(portfolio, kept, facet).counts : [];
    counts.none = facet ? kept.filter((at) => !portfolio.facets[facet][at].length).length : 0;
    state.shown = { order: order(portfolio, kept, facet), facet, counts };
  }

  function show() {
    const kept = keep(portfolio, chosen(form), fold(byId("f-text").value.trim()));
    const sums = addUp(portfolio, kept);
    showCards(kept, sums);
    showCounts(kept);
    if (purposes) showPurposes(purposes, portfolio, kept, sums, format);
    for (const one of heats) showHeat(one, portfolio, kept, format);
    group(kept);
    state.page = 0;
    showPage();
  }

  function pick(table, button) {
    const same = button.getAttribute("aria-pressed") === "true";
    byId(`f-${table.dataset.down}`).value = same ? "" : button.dataset.row;
    byId(`f-${table.dataset.across}`).value = same ? "" : button.dataset.column;
    show();
  }

  function turn(pages) {
    state.page += pages;
    showPage();
  }

  document.querySelector(".explorer").addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", () => {
    form.reset();
    show();
  });
  byId("download").addEventListener("click", () => download(portfolio, state.shown.order, words));
  for (const table of heats) {
    table.addEventListener("click", (event) => {
      if (event.target.matches("button")) pick(table, event.target);
    });
  }
  byId("before").addEventListener("click", () => turn(-1));
  byId("after").addEventListener("click", () => turn(1));
  // On paper there are no pages to turn: every project that is shown is printed.
  addEventListener("beforeprint", () => showRows(byId("rows"), portfolio, state.shown, null, words, format));
  addEventListener("afterprint", showPage);
  show();
  for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
}

start();
