// The page starts: with what this device kept, or as it was made.

function switchLanguage() {
  const now = collect();
  const root = document.documentElement, button = find("switch");
  root.lang = button.lang;
  for (const element of document.querySelectorAll("[data-other]")) swap(element);
  for (const model of [recordModel, ...models.values(), ...blocks.values()]) {
    if (!model.isConnected) model.querySelectorAll("[data-other]").forEach(swap);
  }
  tell("");
  show(now);
}

function swap(element) {
  const { other, otherLang } = element.dataset;
  element.dataset.other = element.textContent;
  element.textContent = other;
  set(element.dataset, "otherLang", element.getAttribute("lang") ?? undefined);
  if (otherLang) element.lang = otherLang;
  else element.removeAttribute("lang");
}

function listen() {
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("input", event => {
    grow(event.target);
    changed();
  });
  form.addEventListener("change", event => {
    const question = event.target.closest("fieldset.question");
    if (question) refreshAnswer(question);
    if (event.target.closest(".record")) refreshRecords();
    if (event.target.closest("[data-group]")) refreshGroup(event.target.closest("[data-group]"));
    changed();
  });
  form.addEventListener("keydown", pressKey);
  document.addEventListener("click", event => {
    const button = event.target.closest("button[data-do]");
    if (button) act(button);
  });
  find("switch")?.addEventListener("click", switchLanguage);
  find("file").addEventListener("change", async event => {
    const [file] = event.target.files;
    if (file) await importFile(file);
    event.target.value = ""; // the same file may be chosen again
  });
  window.addEventListener("beforeunload", event => {
    if (!isSafe) event.preventDefault();
  });
}

// On paper everything is seen: what was folded is unfolded, and a blank of each thing to describe
// stands where nobody described one. After, all is as it was.
function listenToPrinter() {
  let folded = [];
  window.addEventListener("beforeprint", () => {
    for (const group of groups) {
      if (itemsIn(group).length === 0) group.querySelector(".new").before(models.get(group));
    }
    if (recordsShown().length === 0) records.append(recordModel);
    folded = Array.from(document.querySelectorAll("details:not([open])"));
    for (const one of folded) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const blank of [recordModel, ...models.values()]) blank.remove();
    for (const one of folded) one.open = false;
  });
}

document.documentElement.classList.add("js");
for (const element of document.querySelectorAll(".paper")) element.remove();
for (const element of document.querySelectorAll(".grades")) element.open = false;
listen();
listenToPrinter();
show(BASE);
resume();

function resume() {
  const before = recall();
  if (!before && !canStore()) tell(say("not-saved"));
  if (!before) return;
  try {
    show(before);
    tell(say("resumed"));
  } catch {
    show(BASE); // something else than this form wrote there
  }
}
