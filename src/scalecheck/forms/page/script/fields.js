// Fields: a field remembers what it was given, and gives that back when nobody touched it.

const given = new WeakMap();
const part = (root, name) => root.querySelector(`[data-part="${name}"]`);

function put(field, data, show = shown) {
  const text = show(data);
  if (field.tagName === "SELECT") offer(field, text);
  field.value = text;
  given.set(field, { data, value: field.value }); // as the field has it: it may drop line ends
  grow(field);
}

// A long text is seen whole, on paper too.
function grow(field) {
  if (field.tagName !== "TEXTAREA") return;
  const lines = field.value.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + 1) / 70), 0);
  field.rows = Math.min(Math.max(lines, 3), 40);
}

function isTouched(field) {
  return field.value.trim() !== (given.get(field)?.value ?? "").trim();
}

function take(field, write = written) {
  if (!isTouched(field)) return given.get(field)?.data;
  const typed = tidy(field.value);
  return typed.trim() ? write(typed) : undefined;
}

// A value that the lists do not know is shown as it is, rather than lost.
function offer(select, value) {
  const isKnown = Array.from(select.options).some(option => option.value === value);
  if (value && !isKnown) select.add(new Option(value, value));
}

function set(object, key, value) {
  if (value === undefined) delete object[key];
  else object[key] = value;
}

// Facts: boxes to tick, or identifiers to type.

const boxesOf = fact => Array.from(fact.querySelectorAll("input[type=checkbox]"));

function putFact(fact, data) {
  const values = listed(data);
  given.set(fact, { data });
  for (const box of boxesOf(fact)) box.checked = values.includes(box.value);
  const typed = fact.querySelector("input[type=text]");
  if (typed) put(typed, values.join(", "));
}

function takeFact(fact) {
  const before = given.get(fact).data;
  const typed = fact.querySelector("input[type=text]");
  if (typed && !isTouched(typed)) return before;
  const values = typed ? [...new Set(typed.value.split(/[,;\n]/).map(slugOf))] : ticked(fact, listed(before));
  const some = values.filter(Boolean);
  if (some.join() === listed(before).join()) return before;
  return some.length ? some : undefined;
}

function ticked(fact, before) {
  const boxes = boxesOf(fact);
  const known = boxes.map(box => box.value);
  const chosen = boxes.filter(box => box.checked).map(box => box.value);
  const stay = before.filter(value => chosen.includes(value) || !known.includes(value));
  return [...stay, ...chosen.filter(value => !before.includes(value))];
}

// What stands for a new record or a new item is a copy of a blank one, under its own name.
function copyOf(model, id) {
  const copy = model.cloneNode(true);
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["id", "for", "name", "aria-labelledby", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value?.includes(":_")) element.setAttribute(name, value.replaceAll(":_", `:${id}`));
    }
  }
  return copy;
}
