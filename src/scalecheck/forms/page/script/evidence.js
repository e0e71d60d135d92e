// Evidence: the records, and which of them each answer cites.

const records = find("records");
const recordModel = records.querySelector(".record");
recordModel.remove();
const RECORD = { title: written, kind: asTyped, date: asTyped, issuer: asTyped, grade: asTyped, where: written };

const recordsShown = () => Array.from(records.querySelectorAll(".record"));
const isEarlier = id => own(own(BASE, "evidence"), id) !== undefined;
const recordName = record => part(record, "title").value.trim() || `${say("untitled")} (${record.dataset.record})`;

function putRecords(evidence, stillValid) {
  for (const record of recordsShown()) record.remove();
  for (const [id, data] of Object.entries(evidence)) addRecord(id, data, own(stillValid, id));
}

function addRecord(id, data, valid) {
  const record = copyOf(recordModel, id);
  record.dataset.record = id;
  given.set(record, { data });
  for (const name of Object.keys(RECORD)) put(part(record, name), own(data, name) ?? firstOf(part(record, name)));
  const isOld = isEarlier(id);
  record.querySelector(".only-base").hidden = !isOld;
  record.querySelector(".only-new").hidden = isOld;
  const flag = ["yes", "true"].includes(valid) ? "yes" : ["no", "false"].includes(valid) ? "no" : "";
  for (const radio of record.querySelectorAll(".valid input")) radio.checked = radio.value === flag;
  record.querySelector("details").open = !own(data, "title");
  records.querySelector("[data-do=record-add]").parentElement.before(record);
  nameRecord(record);
  return record;
}

// A list without a blank line has an answer from the start: its first, the weakest.
const firstOf = field => (field.tagName === "SELECT" && field.options[0].value) || undefined;

function nameRecord(record) {
  const seen = name => {
    const field = part(record, name);
    return field.value && field.tagName === "SELECT" ? field.selectedOptions[0].textContent : field.value;
  };
  record.querySelector("[data-title]").textContent = recordName(record);
  record.querySelector(".record-line").textContent = ["kind", "date", "grade"].map(seen).filter(Boolean).join(" · ");
}

function newRecord() {
  const taken = recordsShown().map(record => record.dataset.record);
  let count = 1;
  while (taken.includes(`p${count}`)) count += 1;
  return addRecord(`p${count}`, {});
}

function removeRecord(record) {
  for (const item of form.querySelectorAll(".cited li")) {
    if (item.dataset.id === record.dataset.record) item.remove();
  }
  record.remove();
}

function takeRecords() {
  return Object.fromEntries(recordsShown().map(record => [record.dataset.record, takeRecord(record)]));
}

function takeRecord(record) {
  const data = { ...given.get(record).data };
  for (const [name, write] of Object.entries(RECORD)) set(data, name, take(part(record, name), write));
  return data;
}

function takeStillValid() {
  const flags = recordsShown().filter(record => isEarlier(record.dataset.record))
    .map(record => [record.dataset.record, record.querySelector(".valid input:checked")?.value]);
  return Object.fromEntries(flags.filter(([, flag]) => flag));
}

// Citations.

const citedIn = question => Array.from(question.querySelectorAll(".cited li"), item => item.dataset.id);

function putCited(question, ids) {
  question.querySelector(".cited").replaceChildren();
  for (const id of ids) cite(question, id);
}

function cite(question, id) {
  if (citedIn(question).includes(id)) return;
  const item = make("li", "", { "data-id": id });
  item.append(make("span", "", { dir: "auto" }), make("button", "×", { type: "button", "data-do": "uncite" }));
  question.querySelector(".cited").append(item);
}

// After any change: the names in every list, and under each record the questions that cite it.
function refreshRecords() {
  const names = new Map(recordsShown().map(record => [record.dataset.record, recordName(record)]));
  recordsShown().forEach(nameRecord);
  for (const item of form.querySelectorAll(".cited li")) {
    const name = names.get(item.dataset.id) ?? item.dataset.id;
    item.firstChild.textContent = name;
    item.lastChild.setAttribute("aria-label", say("remove-cited", { name }));
  }
  for (const select of form.querySelectorAll("[data-cite]")) {
    select.replaceChildren(new Option(say("choose"), ""), ...Array.from(names, ([id, name]) => new Option(name, id)));
  }
  recordsShown().forEach(refreshCitedBy);
}

function refreshCitedBy(record) {
  const line = record.querySelector(".cited-by");
  const citing = questionsIn(form).filter(question => citedIn(question).includes(record.dataset.record));
  line.hidden = citing.length === 0;
  line.replaceChildren(say("cited-by"));
  for (const question of citing) {
    line.append(" ", make("a", placeOf(question, itemOf(question)), { href: `#${question.id}` }));
  }
}
