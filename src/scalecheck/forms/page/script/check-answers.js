// What is wrong with the answers of a sheet.

const ANSWER_KEYS = [...KINDS, "evidence", "note", "reason"];
const NUMBER = /^[-+]?\d{1,15}(\.\d{1,15})?(%|\/\d{1,15})?$/;

function checkAnswers(data) {
  const known = new Set(entries(data, "evidence").map(([id]) => id));
  const asked = new Map(alone().map(question => [question.dataset.question, question]));
  for (const [name, answer] of entries(data, "answers")) {
    const group = groups.find(one => one.dataset.group === name);
    if (group) checkGroup(group, data, answer, known);
    else if (asked.has(name)) checkAnswer(asked.get(name), answer, known, "");
    else fault("unknown-question", { got: name });
  }
}

function checkGroup(group, data, items, known) {
  const list = listed(listOf(group, data));
  const asked = new Map(questionsIn(models.get(group)).map(one => [one.dataset.question, one]));
  if (!isMapping(items)) fault("shape", { place: group.dataset.group });
  for (const [id, some] of isMapping(items) ? Object.entries(items) : []) {
    const item = list.find(one => own(one, "id") === id);
    if (!item) fault("unknown-instance", { got: id });
    if (!isMapping(some)) fault("shape", { place: `${group.dataset.group}: ${id}` });
    for (const [name, answer] of isMapping(some) ? Object.entries(some) : []) {
      if (asked.has(name)) checkAnswer(asked.get(name), answer, known, shown(own(item, "title")) || id, id);
      else fault("unknown-question", { got: name });
    }
  }
}

function checkAnswer(question, data, known, item, id = "") {
  const place = placeOf(question, item), target = question.id.replace(":_:", `:${id}:`);
  if (typeof data !== "string" && !isMapping(data)) {
    fault("shape", { place }, target);
    return;
  }
  const answer = expand(data);
  for (const key of Object.keys(answer)) {
    if (!ANSWER_KEYS.includes(key) && !key.startsWith("x-")) fault("unknown-key", { place, got: key }, target);
  }
  checkKind(question, answer, place, target);
  for (const one of listed(own(answer, "evidence"))) {
    if (!known.has(one)) fault("unknown-record", { place, got: one }, target);
  }
  for (const key of ["note", "reason"]) {
    if (own(answer, key) !== undefined && !isText(answer[key])) fault("shape", { place }, target);
  }
}

function checkKind(question, answer, place, target) {
  const kinds = KINDS.filter(kind => own(answer, kind) !== undefined);
  if (kinds.length === 0) fault("no-answer", { place }, target);
  if (kinds.length > 1) fault("several-answers", { place }, target);
  const value = own(answer, kinds[0]);
  if (kinds[0] === "level" && !levelNamed(question, value)) fault("unknown-level", { place, got: told(value) }, target);
  if (kinds[0] === "between" && !isInterval(question, value)) fault("between", { place }, target);
  if (kinds[0] === "amount" && !(part(question, "amount") && NUMBER.test(value))) {
    fault("amount", { place, got: told(value) }, target);
  }
  if (kinds[0] === "not_applicable") checkReason(question, value, place, target);
}

const told = value => (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 60);

function checkReason(question, reason, place, target) {
  if (!part(question, "not_applicable")) fault("not-applicable", { place }, target);
  else if (typeof reason !== "string" || !reason.trim()) fault("reason-missing", { place }, target);
}

function isInterval(question, ends) {
  if (!Array.isArray(ends) || ends.length !== 2) return false;
  const levels = levelsIn(question);
  const [low, high] = ends.map(end => levels.indexOf(levelNamed(question, end)));
  return low >= 0 && low <= high;
}
