// What people do: buttons, keys, changes; and what the page tells them back.

let previous = null; // the answers that an undo brings back

function tell(text, canUndo = false) {
  find("told").textContent = text;
  find("problems").replaceChildren();
  document.querySelector("[data-do=undo]").hidden = !canUndo;
}

function tellFaults(text, found) {
  tell("");
  const list = make("ul");
  for (const one of found.slice(0, 12)) list.append(faultLine(one));
  const rest = found.length - 12;
  find("problems").append(make("p", text), list, rest > 0 ? make("p", say("more-problems", { total: rest })) : "");
  find("problems").focus();
}

function faultLine({ code, facts, target }) {
  const item = make("li"), text = say(code, facts);
  item.append(find(target) ? make("a", text, { href: `#${target}` }) : text);
  return item;
}

function replaceWith(next, text) {
  previous = collect();
  show(next);
  changed();
  tell(text, true);
}

function undo() {
  replaceWith(previous, say("undone"));
  tell(say("undone"));
}

function erase() {
  replaceWith(BASE, say("erased"));
  forget();
}

function changed() {
  refreshProgress();
  if (!keep() && !find("told").textContent) tell(say("not-saved"));
}

const within = (button, selector) => button.closest(selector);
const ACTIONS = {
  next: goToNext,
  export: exportFile,
  import: () => find("file").click(),
  erase,
  undo,
  print: () => window.print(),
  clear: button => clearAnswer(within(button, ".question")),
  cite: button => citeChosen(within(button, ".question")),
  uncite: button => uncite(button),
  "record-add": () => goTo(newRecord()),
  "record-new": button => citeNew(within(button, ".question")),
  "record-remove": button => leave(within(button, ".record"), removeRecord),
  "instance-add": button => addItem(within(button, "[data-group]")),
  "instance-remove": button => leave(within(button, ".instance"), block => block.remove()),
};
const LASTING = ["clear", "cite", "uncite", "record-add", "record-new", "record-remove", "instance-add", "instance-remove"];

function act(button) {
  ACTIONS[button.dataset.do](button);
  if (!LASTING.includes(button.dataset.do)) return;
  refreshAll();
  changed();
}

function citeChosen(question) {
  const select = question.querySelector("[data-cite]");
  if (select.value) cite(question, select.value);
}

function uncite(button) {
  const support = button.closest(".support");
  button.parentElement.remove();
  support.querySelector("[data-cite]").focus();
}

function citeNew(question) {
  const record = newRecord();
  cite(question, record.dataset.record);
  goTo(record);
  part(record, "title").focus();
}

// The cursor goes to where the next thing can be done, never to nowhere.
function leave(block, remove) {
  const section = block.closest(".part");
  remove(block);
  section.querySelector(":scope > .script button, :scope > .new input[type=text]").focus();
}

function addItem(group) {
  const field = group.querySelector("[data-new]");
  if (!field.value.trim()) {
    tell(say("name-needed"));
    field.focus();
    return;
  }
  const block = newInstance(group, field.value);
  field.value = "";
  goTo(block);
}

// A digit chooses the level of that value; digits in a row make a number, where levels have two.
let typed = { text: "", at: 0 };

function pressKey(event) {
  const question = event.target.closest("fieldset.question");
  const isTyping = event.target.matches("textarea, select, input:not([type=radio])");
  if (!question || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const radio = event.key === "?" ? question.querySelector("[value=unknown]") : levelTyped(question, event);
  if (!radio) return;
  event.preventDefault();
  radio.checked = true;
  radio.focus();
  radio.dispatchEvent(new Event("change", { bubbles: true }));
}

function levelTyped(question, event) {
  if (!/^[0-9]$/.test(event.key)) return undefined;
  const isSoon = event.timeStamp - typed.at < 800;
  typed = { text: isSoon ? typed.text + event.key : event.key, at: event.timeStamp };
  const valued = text => levelsIn(question).find(radio => radio.value === text);
  return valued(typed.text) ?? valued(event.key);
}
