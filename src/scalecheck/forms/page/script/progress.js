// How far one has come: questions answered of those asked; never a level.

// A condition reads facts alone: any of the cases, all of each. What is not said leaves it in.
function isAside(question, facts) {
  if (!question.dataset.when) return false;
  const holds = ([name, values]) => {
    const said = listed(own(facts, name));
    return said.length === 0 || said.some(one => values.includes(one));
  };
  return !JSON.parse(question.dataset.when).some(one => Object.entries(one).every(holds));
}

function factsAt(question) {
  const block = question.closest(".instance");
  const facts = [...factsOf(), ...(block?.querySelectorAll(".fact") ?? [])];
  return Object.fromEntries(facts.map(fact => [fact.dataset.fact, takeFact(fact)]));
}

function refreshAside(question) {
  const isOut = isAside(question, factsAt(question)) && !isAnswered(question);
  question.classList.toggle("out", isOut);
  question.querySelector(".aside").hidden = !isOut;
}

const asked = root => questionsIn(root).filter(question => !question.classList.contains("out"));

function count(root) {
  const all = asked(root);
  return { done: all.filter(isAnswered).length, total: all.length };
}

function refreshProgress() {
  for (const question of questionsIn(form).filter(one => one.dataset.when)) refreshAside(question);
  const { done, total } = count(form);
  const said = say("progress", { done, total });
  if (find("done").textContent !== said) find("done").textContent = said;
  find("share").max = Math.max(total, 1);
  find("share").value = done;
  for (const place of document.querySelectorAll("[data-count]")) {
    const counted = count(find(place.dataset.count));
    place.textContent = counted.total ? say("part", counted) : "";
  }
}

function refreshAll() {
  groups.forEach(refreshGroup);
  questionsIn(form).forEach(refreshAnswer);
  refreshRecords();
  refreshProgress();
}

function goToNext() {
  const open = asked(form).filter(question => !isAnswered(question));
  const here = document.activeElement;
  const isAfter = question => here.compareDocumentPosition(question) & Node.DOCUMENT_POSITION_FOLLOWING;
  const isElsewhere = question => !question.contains(here);
  const next = open.find(question => isAfter(question) && isElsewhere(question)) ?? open[0];
  if (next) goTo(next);
  else tell(say("all-answered"));
}

function goTo(place) {
  for (let around = place; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
  place.scrollIntoView({ block: "start" });
  const field = place.querySelector("input:not([type=hidden]), textarea, select, summary");
  field?.focus({ preventScroll: true });
}
