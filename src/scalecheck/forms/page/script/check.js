// What is wrong with a sheet, each fault by its code: before it leaves, and when a file comes in.
// The program that receives a file checks it again, with its rubric: this only names faults early.

let faults = [];

function fault(code, facts = {}, target = "") {
  faults.push({ code, facts, target });
}

function check(data) {
  faults = [];
  if (isMapping(data)) {
    checkTop(data);
    checkAnswers(data);
    checkItems(data);
    checkEvidence(data);
  } else fault("not-answers");
  return faults;
}

const TEXTS = ["title", "organization", "note"];
const MAPPINGS = ["assessor", "context", "attributes", "groups", "evidence", "still_valid", "answers"];
const isText = data =>
  (typeof data === "string" && data.trim() !== "") ||
  (isMapping(data) && Object.keys(data).length > 0 &&
    Object.entries(data).every(([key, text]) => ["fr", "en"].includes(key) && typeof text === "string"));

function checkTop(data) {
  for (const key of Object.keys(data)) {
    if (!ORDER.includes(key) && !key.startsWith("x-")) fault("unknown-key", { place: "answers@1", got: key });
  }
  for (const key of TEXTS) checkShape(data, key, isText);
  for (const key of MAPPINGS) checkShape(data, key, isMapping);
  checkShape(data, "language", value => ["fr", "en"].includes(value));
  checkShape(data, "kind", value => Array.from(find("s:kind").options).some(one => one.value === value));
  if (own(data, "date") !== undefined && !isDay(data.date)) fault("day", { got: data.date }, "s:date");
  for (const name of ["role", "organization"]) checkShape(own(data, "assessor"), name, one => typeof one === "string");
  for (const [name, values] of entries(data, "attributes")) checkSlugs(name, values);
  for (const [name, flag] of entries(data, "still_valid")) {
    if (!["yes", "no", "true", "false"].includes(flag)) fault("shape", { place: `still_valid: ${name}` });
  }
}

function checkShape(data, key, isRight) {
  if (own(data, key) !== undefined && !isRight(data[key])) fault("shape", { place: key });
}

const entries = (data, key) => (isMapping(own(data, key)) ? Object.entries(data[key]) : []);

function checkSlugs(place, values) {
  for (const value of listed(values)) if (!isSlug(value)) fault("identifier", { place, got: value });
}

function isDay(text) {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

const isMonth = text => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

function checkEvidence(data) {
  const strengths = Array.from(part(recordModel, "grade").options, option => option.value);
  for (const [id, record] of entries(data, "evidence")) {
    const target = `r:${id}`, name = shown(own(record, "title")) || id;
    if (!isSlug(id)) fault("identifier", { place: "evidence", got: id });
    if (!isMapping(record)) fault("shape", { place: id });
    else if (!isText(own(record, "title"))) fault("record-title", { got: id }, target);
    if (!strengths.includes(own(record, "grade"))) fault("record-grade", { name }, target);
    const date = own(record, "date");
    if (date !== undefined && !isMonth(date) && !isDay(date)) fault("record-date", { name, got: date }, target);
    for (const key of ["kind", "issuer"]) {
      const word = own(record, key);
      if (word !== undefined && !isSlug(word)) fault("identifier", { place: name, got: told(word) }, target);
    }
    if (own(record, "where") !== undefined && !isText(record.where)) fault("shape", { place: name }, target);
  }
}

function checkItems(data) {
  const lists = [own(data, "settings"), ...entries(data, "groups").map(([, list]) => list)];
  for (const list of lists.filter(one => one !== undefined)) {
    if (!Array.isArray(list)) fault("shape", { place: "settings, groups" });
    for (const item of listed(list)) checkItem(item);
  }
}

function checkItem(item) {
  if (!isSlug(own(item, "id"))) {
    fault("identifier", { place: "settings, groups", got: own(item, "id") ?? "" });
    return;
  }
  for (const key of ["title", "note"]) checkShape(item, key, isText);
  checkShape(item, "attributes", isMapping);
  const facts = { ...item, ...own(item, "attributes") };
  for (const [name, values] of Object.entries(facts)) {
    if (!["id", "title", "note", "count", "attributes"].includes(name)) checkSlugs(`${item.id}, ${name}`, values);
  }
}
