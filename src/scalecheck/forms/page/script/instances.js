// Groups: the items that the same questions are asked about, known ones and new ones.

const groups = Array.from(form.querySelectorAll("[data-group]"));
const models = new Map(groups.map(group => [group, group.querySelector("[data-instance=\"_\"]")]));
const blocks = new Map(); // every item once shown, so that one that comes back is the same
for (const group of groups) {
  models.get(group).remove();
  for (const block of itemsIn(group)) blocks.set(`${group.dataset.group}:${block.dataset.instance}`, block);
}

function itemsIn(group) {
  return Array.from(group.querySelectorAll(".instance"));
}

const itemIn = block => part(block, "title").value.trim() || block.dataset.instance;
const itemOf = question => {
  const block = question.closest(".instance");
  return block ? itemIn(block) : "";
};

const isSettings = group => group.dataset.settings !== undefined;
const listOf = (group, from) =>
  isSettings(group) ? own(from, "settings") : own(own(from, "groups"), group.dataset.group);

function putInstances(group, list) {
  for (const block of itemsIn(group)) block.remove();
  for (const data of listed(list)) addInstance(group, data);
  group.querySelector("[data-none]").checked = list !== undefined && list.length === 0;
}

function addInstance(group, data) {
  const key = `${group.dataset.group}:${data.id}`;
  const block = blocks.get(key) ?? copyOf(models.get(group), data.id);
  blocks.set(key, block);
  block.dataset.instance = data.id;
  // Facts may stand under `attributes` or beside the name: they mean the same.
  const { attributes = {}, ...rest } = data;
  const known = { ...rest, ...attributes };
  given.set(block, { data: known });
  put(part(block, "title"), own(known, "title"));
  for (const fact of block.querySelectorAll(".fact")) putFact(fact, own(known, fact.dataset.fact));
  const facts = block.querySelector(".facts");
  if (facts) facts.open = block.dataset.base === undefined;
  block.querySelector(".only-new").hidden = block.dataset.base !== undefined;
  for (const question of questionsIn(block)) putAnswer(question, undefined);
  group.querySelector(".new").before(block);
  nameInstance(block);
  return block;
}

function nameInstance(block) {
  block.querySelector("[data-title]").textContent = itemIn(block);
}

function newInstance(group, name) {
  const taken = itemsIn(group).map(block => block.dataset.instance);
  const id = unused(slugOf(name) || "element", taken);
  return addInstance(group, { id, title: written(tidy(name)) });
}

function takeInstances(group) {
  const list = itemsIn(group).map(takeInstance);
  if (list.length) return list;
  return group.querySelector("[data-none]").checked ? [] : undefined;
}

function takeInstance(block) {
  const data = { ...given.get(block).data };
  set(data, "title", take(part(block, "title")));
  for (const fact of block.querySelectorAll(".fact")) set(data, fact.dataset.fact, takeFact(fact));
  return data;
}

function refreshGroup(group) {
  const isEmpty = itemsIn(group).length === 0;
  group.querySelector(".none").hidden = !isEmpty;
  itemsIn(group).forEach(nameInstance);
}
