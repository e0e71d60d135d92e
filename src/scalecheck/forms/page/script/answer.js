// One question: an answer put into its fields, and read back from them.

const KINDS = ["level", "between", "amount", "unknown", "not_applicable"];
const answered = new WeakMap(); // the answer that each question was given
const questionsIn = root => Array.from(root.querySelectorAll("fieldset.question"));
const pickedIn = question => question.querySelector("input[type=radio]:checked");
const levelsIn = question =>
  Array.from(question.querySelectorAll(".level input")).filter(radio => !KINDS.includes(radio.value));

function expand(data) {
  if (data === undefined) return {};
  if (typeof data === "string") return data === "unknown" ? { unknown: "yes" } : { level: data };
  const { level, ...rest } = data;
  return level === "unknown" ? { unknown: "yes", ...rest } : data;
}

function shorten(answer) {
  const keys = Object.keys(answer);
  if (keys.length === 0) return undefined;
  if (keys.length > 1) return answer;
  return keys[0] === "level" ? answer.level : keys[0] === "unknown" ? "unknown" : answer;
}

const kindOf = answer => KINDS.find(kind => own(answer, kind) !== undefined);

// A level may be named by its value, however it is written, or by its identifier.
function figure(name) {
  const [over, under = "1"] = name.split("/");
  return name.trim() === "" ? NaN : Number(over) / Number(under);
}

function levelNamed(question, name) {
  if (typeof name !== "string") return undefined;
  return levelsIn(question).find(
    one => one.value === name || one.dataset.id === name || figure(one.value) === figure(name));
}

// Where the same level is meant, its name stays as it was written.
function nameLevel(question, value, before) {
  return levelNamed(question, before)?.value === value && value ? before : value;
}

function decimal(data) {
  return data === undefined ? "" : /^-?\d+\/\d+$/.test(data) ? String(figure(data)) : data;
}

const number = typed => typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");

const ENDS = ["low", "high"];
const endOf = (question, end) => question.querySelector(`[data-end="${end}"]`);

function putAnswer(question, data) {
  const answer = expand(data), kind = kindOf(answer);
  answered.set(question, answer);
  const shownAs = kind === "level" ? levelNamed(question, answer.level)?.value : kind;
  for (const radio of question.querySelectorAll("input[type=radio]")) radio.checked = radio.value === shownAs;
  const ends = listed(own(answer, "between"));
  ENDS.forEach((end, at) => { endOf(question, end).value = levelNamed(question, ends[at])?.value ?? ""; });
  if (part(question, "amount")) put(part(question, "amount"), own(answer, "amount"), decimal);
  for (const name of ["not_applicable", "note", "reason"]) {
    const said = own(answer, name);
    if (part(question, name)) put(part(question, name), said === true ? undefined : said);
  }
  putCited(question, listed(own(answer, "evidence")));
  const says = name => listed(own(answer, name)).length > 0;
  question.querySelector(".more").open = says("evidence") || says("note") || says("reason");
  refreshAnswer(question);
}

function takeAnswer(question) {
  const before = answered.get(question), answer = {};
  takeKind(question, pickedIn(question)?.value, before, answer);
  const cited = citedIn(question);
  if (cited.length || own(before, "evidence") !== undefined) answer.evidence = cited;
  for (const name of ["note", "reason"]) set(answer, name, take(part(question, name)));
  return answer;
}

function takeKind(question, kind, before, answer) {
  const ends = listed(own(before, "between"));
  if (kind === undefined) return;
  if (kind === "between") {
    answer.between = ENDS.map((end, at) => nameLevel(question, endOf(question, end).value, ends[at]));
  } else if (kind === "amount") answer.amount = take(part(question, "amount"), number) ?? "";
  else if (kind === "unknown") answer.unknown = "yes";
  else if (kind === "not_applicable") answer.not_applicable = take(part(question, kind), asTyped) ?? "";
  else answer.level = nameLevel(question, kind, own(before, "level"));
}

// Complete: gone through, even where the answer is that nobody knows yet.
function isAnswered(question) {
  const kind = pickedIn(question)?.value;
  if (kind === "between") return ENDS.every(end => endOf(question, end).value);
  if (kind === "amount" || kind === "not_applicable") return Boolean(part(question, kind).value.trim());
  return kind !== undefined;
}

function refreshAnswer(question) {
  const kind = pickedIn(question)?.value;
  for (const follow of question.querySelectorAll(".follow")) follow.hidden = follow.dataset.for !== kind;
  question.querySelector(".clear").hidden = kind === undefined;
}

function clearAnswer(question) {
  for (const radio of question.querySelectorAll("input[type=radio]")) radio.checked = false;
  question.querySelector(".level input").focus();
}

// Where a question stands, for people: its number and title, and the item it is asked about.
function placeOf(question, item) {
  const title = `${question.dataset.number}. ${question.querySelector(".title").textContent}`;
  return item ? `${title} (${item})` : title;
}
