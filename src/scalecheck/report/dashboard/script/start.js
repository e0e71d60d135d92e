// Put it together: one state, drawn again when it changes.

function formats(words, currency) {
  const money = { style: "currency", currency, maximumFractionDigits: 0 };
  return {
    number: new Intl.NumberFormat(words.lang),
    percent: new Intl.NumberFormat(words.lang, { style: "percent" }),
    money: moneyFormat(words.lang, money),
  };
}

// A browser knows currencies as codes of three letters; any other is written after the number.
function moneyFormat(lang, money) {
  if (/^[A-Z]{3}$/.test(money.currency)) return new Intl.NumberFormat(lang, money);
  const plain = new Intl.NumberFormat(lang, { maximumFractionDigits: 0 });
  return { format: (amount) => `${plain.format(amount)}\u00a0${money.currency}` };
}

function start() {
  const portfolio = readPortfolio();
  const words = readJson("dashboard-words");
  const format = formats(words, portfolio.currency);
  const form = document.querySelector(".filters");
  const table = document.querySelector(".projects");
  const heat = document.querySelector(".heat");
  const purposes = document.querySelector(".purposes");
  const state = { sort: { facet: "", down: false }, page: 0, order: [] };
  const byId = (id) => document.getElementById(id);
  const say = (forms, count) => (count === 1 ? forms.one : forms.other).replace("{n}", format.number.format(count));

  function showFigures(kept) {
    const stated = kept.filter((at) => portfolio.stated[at] === "1");
    const elsewhere = kept.filter((at) => portfolio.stated[at] === "2").length;
    const total = stated.reduce((sum, at) => sum + portfolio.money[at], 0);
    byId("k-projects").textContent = format.number.format(kept.length);
    byId("k-money").textContent = stated.length ? format.money.format(total) : "–";
    byId("k-silent").textContent = format.number.format(kept.length - stated.length - elsewhere);
    byId("k-elsewhere").textContent = elsewhere ? say(words.elsewhere, elsewhere) : "";
    byId("k-local").textContent = format.number.format(kept.filter((at) => portfolio.local[at] === "1").length);
    byId("shown").textContent = kept.length ? named(say(words.shown, kept.length)) : words.none;
  }

  // What is filtered is said with the count, on the screen and on paper.
  function named(shown) {
    const choices = [...form.querySelectorAll("select")].filter((one) => one.value !== "");
    const said = choices.map((one) => one.selectedOptions[0].textContent);
    const text = byId("f-text").value.trim();
    const all = text ? [...said, text] : said;
    return all.length ? words.filtered.replace("{shown}", () => shown).replace("{choices}", () => all.join(", ")) : shown;
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
    if (purposes) showPurposes(purposes, portfolio, kept, format);
    if (heat) showHeat(heat, portfolio, kept, { sector: byId("f-sector").value, stage: byId("f-stage").value }, format);
    state.order = order(portfolio, kept, state.sort);
    state.page = 0;
    showPage();
  }

  // The name and what groups projects may be sorted by; a level may not: this is no league table.
  function makeSortable() {
    const heads = table.tHead.rows[0].cells;
    ["", ...portfolio.shown].forEach((facet, place) => {
      if (facet === "level") return;
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
    });
  }

  function pick(button) {
    const { row, column } = button.dataset;
    const same = button.getAttribute("aria-pressed") === "true";
    byId("f-sector").value = same ? "" : row;
    byId("f-stage").value = same ? "" : column;
    show();
  }

  function turn(pages) {
    state.page += pages;
    showPage();
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
  byId("before").addEventListener("click", () => turn(-1));
  byId("after").addEventListener("click", () => turn(1));
  show();
  for (const part of document.querySelectorAll(".needs-script")) part.hidden = false;
}

start();
