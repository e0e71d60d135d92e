// The whole sheet: put on the page, taken from it, settled for others to read, written as JSON.

const ORDER = [
  "format", "language", "kind", "rubric", "rubric_version", "fingerprint", "project", "title", "organization",
  "date", "assessor", "context", "note", "attributes", "settings", "groups", "evidence", "still_valid", "answers",
];
const factsOf = () => Array.from(form.querySelectorAll("#facts .fact"));
const alone = () => questionsIn(form).filter(question => !question.closest("[data-group]"));

// Fields of the sitting: where each stands in the sheet, and whether its text says its language.
const SITTING = [
  ["s:title", ["title"], written],
  ["s:owner", ["organization"], written],
  ["s:date", ["date"], asTyped],
  ["s:kind", ["kind"], asTyped],
  ["s:role", ["assessor", "role"], asTyped],
  ["s:organization", ["assessor", "organization"], asTyped],
  ["s:note", ["note"], written],
].filter(([id]) => find(id));

function show(next) {
  sheet = next;
  for (const [id, path] of SITTING) put(find(id), path.reduce(own, next) ?? firstOf(find(id)));
  for (const fact of factsOf()) putFact(fact, own(own(next, "attributes"), fact.dataset.fact));
  putRecords(own(next, "evidence") ?? {}, own(next, "still_valid"));
  const answers = own(next, "answers");
  for (const question of alone()) putAnswer(question, own(answers, question.dataset.question));
  for (const group of groups) showGroup(group, listOf(group, next), own(answers, group.dataset.group));
  refreshAll();
}

function showGroup(group, list, answers) {
  putInstances(group, list);
  for (const block of itemsIn(group)) {
    const some = own(answers, block.dataset.instance);
    for (const question of questionsIn(block)) putAnswer(question, own(some, question.dataset.question));
  }
}

function collect() {
  const found = { ...sheet, assessor: { ...sheet.assessor }, attributes: { ...sheet.attributes }, groups: { ...sheet.groups } };
  for (const [id, path, write] of SITTING) {
    set(path.slice(0, -1).reduce(own, found), path.at(-1), take(find(id), write));
  }
  for (const fact of factsOf()) set(found.attributes, fact.dataset.fact, takeFact(fact));
  for (const group of groups) {
    const list = takeInstances(group);
    if (isSettings(group)) set(found, "settings", list);
    else set(found.groups, group.dataset.group, list);
  }
  found.evidence = takeRecords();
  found.still_valid = { ...takeStillValid() };
  found.answers = collectAnswers();
  return ordered(found);
}

function collectAnswers() {
  const found = {};
  for (const question of alone()) set(found, question.dataset.question, shorten(takeAnswer(question)));
  for (const group of groups) {
    const items = itemsIn(group).map(block => [block.dataset.instance, answersIn(block)]);
    set(found, group.dataset.group, filled(Object.fromEntries(items.filter(([, some]) => some))));
  }
  return found;
}

function answersIn(block) {
  const pairs = questionsIn(block).map(question => [question.dataset.question, shorten(takeAnswer(question))]);
  return filled(Object.fromEntries(pairs.filter(([, answer]) => answer !== undefined)));
}

const filled = mapping => (Object.keys(mapping).length ? mapping : undefined);

function ordered(found) {
  const keys = [...ORDER, ...Object.keys(found).filter(key => !ORDER.includes(key))];
  const said = keys.filter(key => found[key] !== undefined && !(isMapping(found[key]) && !filled(found[key])));
  return Object.fromEntries(said.map(key => [key, found[key]]));
}

// For others: a note alone is an answer not yet known; what nobody filled in is left out.

function settle(found) {
  const answers = {};
  for (const [name, data] of Object.entries(found.answers ?? {})) {
    set(answers, name, isItems(name) ? settleItems(data) : settleAnswer(data));
  }
  const cited = new Set(Array.from(form.querySelectorAll(".cited li"), item => item.dataset.id));
  const said = ([id, record]) => cited.has(id) || Object.keys(record).some(key => key !== "grade");
  const evidence = Object.fromEntries(Object.entries(found.evidence ?? {}).filter(said));
  return ordered({ ...found, evidence, answers });
}

const isItems = name => groups.some(group => group.dataset.group === name);

function settleItems(items) {
  const pairs = Object.entries(items).map(([id, some]) => {
    const kept = Object.entries(some).map(([name, data]) => [name, settleAnswer(data)]);
    return [id, filled(Object.fromEntries(kept.filter(([, data]) => data !== undefined)))];
  });
  return filled(Object.fromEntries(pairs.filter(([, some]) => some)));
}

function settleAnswer(data) {
  const answer = expand(data);
  if (kindOf(answer)) return data;
  const says = Object.values(answer).some(value => value.length > 0 || isMapping(value));
  return says ? { unknown: "yes", ...answer } : undefined;
}

// JSON that a strict reader of YAML reads too: what it would refuse bare is escaped.
function write(found) {
  const code = character => `\\u${character.codePointAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(found, null, 2).replace(/[\x7f-\x9f\u2028\u2029]/g, code)}\n`;
}
