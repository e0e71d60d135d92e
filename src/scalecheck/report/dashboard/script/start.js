// Put it together: one state, drawn again when it changes.

function formats(words, currency) {
  const money = { style: "currency", currency, maximumFractionDigits: 0 };
  return {
    number: new Intl.NumberFormat(words.lang),
    percent: new Intl.NumberFormat(words.lang, { style: "percent" }),
    money: new Intl.NumberFormat(words.lang, money),
  };
}

function start() {
  const portfolio = readPortfolio();
  const words = readJson("dashboard-words");
  const format = formats(words, portfolio.currency);
  const form = document.querySelector(".filters");
  const table = document.querySelector(".projects");
  const state = { sort: { facet: "", down: false }, page: 0, order: [] };
  const byId = (id) => document.getElementById(id);

  function showFigures(kept) {
    const stated = kept.filter((at) => portfolio.money[at] !== null);
    const total = stated.reduce((sum, at) => sum + portfolio.money[at], 0);
    byId("k-projects").textContent = format.number.format(kept.length);
    byId("k-money").textContent = stated.length ? format.money.format(total) : "–";
    byId("k-silent").textContent = format.number.format(kept.length - stated.length);
    byId("k-local").textContent = format.number.format(kept.filter((at) => portfolio.local[at] === "1").length);
    const said = kept.length === 1 ? words.shown.one : words.shown.other;
    byId("shown").textContent = kept.length ? said.replace("{n}", format.number.format(kept.length)) : words.none;
  }

  function showPage() {
    const pages = Math.max(1, Math.ceil(state.order.length / PAGE));
    state.page = Math.min(state.page, pages - 1);
    const first = state.page * PAGE;
    showRows(byId("rows"), portfolio, state.order.slice(first, first + PAGE), words, format);
    byId("page").textContent = words.page.replace("{page}", state.page + 1).replace("{pages}", pages);
    byId("before").disabled = state.page === 0;
    byId("after").disabled = state.page === pages - 1;
  }

  function show() {
    const wanted = chosen(form);
    const kept = keep(portfolio, wanted, fold(byId("f-text").value.trim()));
    showFigures(kept);
    for (const one of document.querySelectorAll("[data-counts]")) {
      showBars(one, count(portfolio, kept, one.dataset.counts), kept.length, format);
    }
    const picked = { sector: byId("f-sector").value, stage: byId("f-stage").value };
    showHeat(document.querySelector(".heat"), portfolio, kept, picked, format);
    state.order = order(portfolio, kept, state.sort);
    state.page = 0;
    showPage();
  }

  // The name and what groups projects may be sorted by; a level may not: this is no league table.
  function makeSortable() {
    const facets = { 0: "", 2: "stage", 3: "sector", 4: "territory", 5: "bottleneck" };
    const heads = table.tHead.rows[0].cells;
    for (const [place, facet] of Object.entries(facets)) {
      const head = heads[place];
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      head.setAttribute("aria-sort", facet === "" ? "ascending" : "none");
      button.addEventListener("click", () => {
        const again = state.sort.facet === facet && !state.sort.down;
        state.sort = { facet, down: again };
        for (const other of heads) if (other.hasAttribute("aria-sort")) other.setAttribute("aria-sort", "none");
        head.setAttribute("aria-sort", again ? "descending" : "ascending");
        show();
      });
    }
  }

  function pick(button) {
    const { row, column } = button.dataset;
    const same = button.getAttribute("aria-pressed") === "true";
    byId("f-sector").value = same ? "" : row;
    byId("f-stage").value = same ? "" : column;
    show();
  }

  makeSortable();
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("clear").addEventListener("click", () => {
    form.reset();
    show();
  });
  byId("download").addEventListener("click", () => download(portfolio, state.order, words));
  for (const button of document.querySelectorAll(".heat button")) button.addEventListener("click", () => pick(button));
  byId("before").addEventListener("click", () => {
    state.page -= 1;
    showPage();
  });
  byId("after").addEventListener("click", () => {
    state.page += 1;
    showPage();
  });
  show();
  for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
}

start();
