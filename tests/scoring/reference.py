"""A second reading of the rules, slow and literal: Kleene tables over intervals, in fractions.

It shares nothing with `scalecheck.scoring`. It reads the rubric as data and the facts of an
assessment (what each question came to), and tells the truth of every level and the interval of
every node it knows. `Beyond` is raised for what it does not know.
"""

from fractions import Fraction
from math import ceil

MET, UNMET, UNKNOWN, VOID = "met", "unmet", "unknown", "not-assessable"


class Beyond(Exception):  # noqa: N818
    """An operator that this reading leaves out."""


class Void(Exception):  # noqa: N818
    """Nothing applicable is left."""


class Silent(Exception):  # noqa: N818
    """A measure that is not computed: a rule reads it as unknown."""


class Reference:
    """One rubric and one set of facts. `claimed` reads answers as given."""

    def __init__(self, result, rubric, *, claimed=False, forced=None):
        self.rubric, self.claimed, self.forced = rubric, claimed, forced or {}
        self.facts, self.result = result.facts, result
        self.scales = {s["id"]: s for s in rubric["scales"]}
        self.criteria = {c["id"]: c for d in rubric["dimensions"] for c in d["criteria"]}
        self.dimensions = {d["id"]: d for d in rubric["dimensions"]}
        self.measures = {m["id"]: m for m in rubric["measures"]}
        self.attributes = {a["id"]: a for a in rubric["attributes"]}
        self.groups = {g["id"]: g for g in rubric["groups"]}
        self.owner = {c: g["id"] for g in rubric["groups"] for c in g["criteria"]}
        self.context = result.snapshot.context
        track, chosen = result.track, set(result.strategies_chosen)
        waived = [set(s.get("waives", ())) for s in rubric["strategies"] if s["id"] in chosen]
        self.out = set.intersection(*waived) if waived else set()
        for path in rubric["tracks"]:
            self.out |= set(path["waives"]) if path["id"] == track else set()
        self.given = {**result.project.attributes, **self.context.attributes}
        for name, criterion in self.criteria.items():
            if self.condition(criterion.get("applies_when"), self.given) is UNMET:
                self.out.add(name)

    # Conditions -----------------------------------------------------------------------------

    def condition(self, condition, attributes):
        """Read a condition: any case, all keys of it, any value of a key."""
        if not condition:
            return MET
        cases = condition if isinstance(condition, list) else [condition]
        return either(
            [both([self.holds_in(attributes, *pair) for pair in c.items()]) for c in cases]
        )

    def holds_in(self, attributes, name, values):
        """Read one key of a condition."""
        if name not in attributes:
            return UNKNOWN
        return MET if set(attributes[name]) & {str(v) for v in values} else UNMET

    def instances(self, group, where):
        """The instances kept, with how many each stands for; None for no list."""
        listed = self.result.instances[group]
        if listed is None:
            return None
        project, found = self.result.project, []
        known = project.settings if self.groups[group].get("of") else project.groups.get(group)
        today = {s.id: s.attributes for s in self.context.settings or ()}
        settings = bool(self.groups[group].get("of"))
        for name in listed:
            instance = next(i for i in known if i.id == name)
            attributes = {**instance.attributes, **(today.get(name, {}) if settings else {})}
            if self.condition(where, {**attributes, "id": (name,)}) is not UNMET:
                found.append((name, instance.count))
        return found

    # Levels ---------------------------------------------------------------------------------

    def ranked(self, scale):
        """The levels of a scale, from worst to best."""
        levels = scale["levels"]
        return levels if scale.get("direction", "up") == "up" else levels[::-1]

    def rank(self, scale, name):
        """The rank of a level named by value or id."""
        names = [(str(v["value"]), v.get("id")) for v in self.ranked(scale)]
        return next(r for r, pair in enumerate(names) if str(name) in pair)

    def scale_of(self, name):
        """The scale of a node, or None."""
        if name in self.criteria:
            return self.scales[self.criteria[name]["scale"]]
        if name in self.dimensions:
            return self.scale_of(self.members(name)[0])
        if name in self.attributes:
            return self.scales[self.attributes[name]["scale"]]
        measure = self.measures[name]
        if measure["op"] in ("min", "max", "median", "cap"):
            return self.scale_of(self.expand(measure["of"])[0])
        if measure["op"] in ("ladder", "highest"):
            if "scale" in measure:
                return self.scales[measure["scale"]]
            values = [int(k) for k in measure["items"]]
            return {"levels": [{"value": v} for v in (values[0] - 1, *values)]}
        if measure["op"] == "bands":
            return {"levels": [{"value": i, "id": b["id"]} for i, b in enumerate(measure["bands"])]}
        if measure["op"] == "lookup":
            return self.scales.get(measure.get("scale"))
        return None

    def members(self, dimension):
        """The criteria of a dimension that make its level."""
        inside = (c["id"] for c in self.dimensions[dimension]["criteria"])
        return [c for c in inside if c not in self.owner]

    def expand(self, names):
        """Dimensions replaced by all their criteria."""
        found = []
        for name in names:
            inside = self.dimensions.get(name)
            found += [c["id"] for c in inside["criteria"]] if inside else [name]
        return found

    # Nodes: an interval, or Void, or Silent -------------------------------------------------

    def node(self, name, instance="", policies=None):
        """The interval of a node, as a rule reads it, or a measure with its policies."""
        if name in self.criteria:
            return self.criterion(name, instance, policies)
        if name in self.dimensions:
            return self.lowest([self.node, self.members(name)])
        if name in self.attributes:
            scale = self.scale_of(name)
            ranks = [self.rank(scale, v) for v in self.given.get(name, ())]
            return (min(ranks), max(ranks)) if ranks else (0, len(scale["levels"]) - 1)
        return self.measure(self.measures[name], instance)

    def lowest(self, read_names):
        """The lowest of what applies."""
        read, names = read_names
        found = []
        for name in names:
            try:
                found.append(read(name))
            except Void:
                continue
        if not found:
            raise Void
        return min(f[0] for f in found), min(f[1] for f in found)

    def criterion(self, name, instance, policies):
        """An answer, or a computed level."""
        asked = (name, instance if name in self.owner else "")
        if asked in self.forced:
            return (self.forced[asked],) * 2
        key = asked if asked in self.facts else None
        if key is None:
            return self.computed(name)
        fact, top = self.facts[key], len(self.scale_of(name)["levels"]) - 1
        if fact.status.value in ("out-by-rule", "not-applicable"):
            raise Void
        if fact.status.value == "answered":
            return tuple(fact.claimed if self.claimed else fact.counted)
        word = "unknown" if fact.status.value == "unknown" else "not_assessed"
        stated = self.rubric["non_answers"][word]
        return (0, 0) if stated == "worst" else (0, top)

    def computed(self, name):
        """The highest level of a small ladder of rules."""
        if name in self.out:
            raise Void
        truths, scale = [], self.scale_of(name)
        for level, rule in self.criteria[name]["computed"].items():
            if self.rule_is_out(rule):
                continue
            truths.append((self.rank(scale, level), self.rule(rule)))
        if all(truth is VOID for _, truth in truths):
            raise Void
        if truths[0][1] is VOID and self.empty() is UNMET:
            raise Void
        return self.climb(truths, False), self.climb(truths, True)

    def climb(self, truths, high):
        """The last of the levels that hold one after the other."""
        reached = 0
        for rank, truth in truths:
            truth = self.empty() if truth is VOID else truth
            if truth is UNMET or (truth is UNKNOWN and not high):
                break
            reached = rank
        return reached

    def empty(self):
        """What a level without anything applicable comes to."""
        return MET if self.rubric["non_answers"]["empty_level"] == "passes" else UNMET

    def is_out(self, name):
        """Whether nothing behind a name is asked."""
        if name in self.out:
            return True
        if name in self.criteria:
            rules = self.criteria[name].get("computed")
            return bool(rules) and all(self.rule_is_out(r) for r in rules.values())
        if name in self.dimensions:
            members = self.members(name)
            return bool(members) and all(self.is_out(m) for m in members)
        measure = self.measures.get(name)
        if measure is None:
            return False
        items = [i for some in measure.get("items", {}).values() for i in some]
        return all(self.is_out(n) for n in self.expand([*measure.get("of", ()), *items]))

    def rule_is_out(self, rule):
        """Whether nothing that a rule reads is asked."""
        return all(self.is_out(name) for name in names_in(rule))

    # Measures, as a rule reads them ---------------------------------------------------------

    def measure(self, measure, instance):
        """The interval of a measure, open answers taken as bounds or worst."""
        op = measure["op"]
        if set(measure) & {"unknown", "not_assessed"}:
            raise Beyond
        if op in ("ladder", "highest"):
            return self.items(measure, instance)
        if op not in ("min", "max", "median", "count", "sum", "mean", "weighted-mean", "cap"):
            raise Beyond
        found = self.inputs(measure, measure["of"], instance)
        if op == "cap":
            low, high, _, _ = found[0]
            at = self.rank(self.scale_of(measure["of"][0]), measure["at"])
            truth = self.rule(measure["unless"], instance)
            return min(low, at) if truth is not MET else low, (
                high if truth in (MET, UNKNOWN) else min(high, at)
            )
        return tuple(self.figure(measure, [(f[end], *f[2:]) for f in found]) for end in (0, 1))

    def figure(self, measure, values):
        """One end of a measure: (rank, name, count) for each input."""
        op = measure["op"]
        many = [(v, name) for v, name, count in values for _ in range(count)]
        ranks = sorted(v for v, _ in many)
        if op in ("min", "max", "median"):
            return {"min": ranks[0], "max": ranks[-1], "median": ranks[(len(ranks) - 1) // 2]}[op]
        if op == "count":
            if "level" in measure:
                raise Beyond
            return sum(v >= self.rank(self.scale_of(n), measure["at_least"]) for v, n in many)
        scores = [self.score(v, name) for v, name in many]
        if op == "sum":
            return sum(scores)
        weights = [self.weight(measure, n) if op == "weighted-mean" else 1 for _, n in many]
        return Fraction(sum(w * s for w, s in zip(weights, scores, strict=True))) / sum(weights)

    def weight(self, measure, name):
        """The weight of an input."""
        if "weights" in measure:
            return measure["weights"].get(name, 1)
        return self.criteria.get(name, {}).get("weight", 1)

    def score(self, value, name):
        """The number of a rank."""
        scale = self.scale_of(name)
        if scale is None:
            return Fraction(value)
        if scale.get("direction", "up") == "down":
            raise Beyond
        level = scale["levels"][value]
        return Fraction(level.get("score", level["value"]))

    def inputs(self, measure, names, instance):
        """(low, high, name, count) of each input that applies."""
        found, seen = [], 0
        for name in self.expand(names):
            part = self.measures.get(name, {})
            group = self.owner.get(name) or part.get("per")
            listed = [(instance, 1)]
            if group and group != measure.get("per"):
                listed = self.instances(group, measure.get("where"))
                if listed is None:
                    raise Beyond
            for one, count in listed:
                seen += 1
                try:
                    low, high = self.node(name, one if group else "")
                except Void:
                    continue
                except Silent as silent:
                    raise Beyond from silent
                found.append((low, high, name, count))
        if found:
            return found
        raise Void if seen else Silent

    def items(self, measure, instance):
        """A ladder, or a high-water mark."""
        levels = []
        for level, names in measure["items"].items():
            if all(self.is_out(n) for n in names):
                continue
            try:
                inputs = self.inputs(measure, names, instance)
            except Void:
                inputs = []
            except Silent as silent:
                raise Beyond from silent
            levels.append((self.rank(self.scale_of(measure["id"]), level), inputs))
        if not any(inputs for _, inputs in levels):
            raise Void
        return tuple(self.top_item(measure, levels, end) for end in (0, 1))

    def top_item(self, measure, levels, end):
        """The level of items reached at one end."""
        at, reached = measure.get("at", {}), 0
        for number, (rank, inputs) in enumerate(levels):
            under = [i for _, i in levels[:number]]
            below = measure.get("below", at)
            if measure["op"] == "ladder":
                held = all(self.passes(measure, t, i, end) for i in under for t in (at, below))
            else:
                held = bool(inputs)
            if held and self.passes(measure, at, inputs, end):
                reached = rank
        return reached

    def passes(self, measure, test, inputs, end):
        """Whether enough of the items of a level are good enough."""
        if not inputs:
            return measure["op"] == "ladder" and self.empty() is MET
        good = total = 0
        for found in inputs:
            scale = self.scale_of(found[2])
            wanted = self.rank(scale, test["item"]) if "item" in test else 1
            total += found[3]
            good += found[3] if found[end] >= wanted else 0
        return good >= test.get("count", Fraction(test.get("share", 1)) * total)

    # Rules ----------------------------------------------------------------------------------

    def rule(self, rule, instance=""):
        """The truth of a rule."""
        for word in ("all_of", "any_of"):
            if word in rule:
                parts = [self.rule(part, instance) for part in rule[word]]
                return both(parts) if word == "all_of" else either(parts)
        if "in" in rule:
            return self.in_group(rule)
        if "at_least" in rule:
            return self.at_least(rule, instance)
        if "majority" in rule:
            return self.majority(rule["majority"], instance)
        if "should" in rule:
            return both([self.should(n, v, instance) for n, v in rule["should"].items()])
        if "answered" in rule:
            return both([self.answered(name, instance) for name in rule["answered"]])
        return both([self.reaches(n, v, instance) for n, v in rule.items()])

    def reaches(self, name, wanted, instance):
        """Whether a node is at a level or better."""
        try:
            low, high = self.node(name, instance)
        except Void:
            return VOID
        except Silent:
            return UNKNOWN
        scale = self.scale_of(name)
        wanted = self.rank(scale, wanted) if scale else number(wanted)
        return MET if low >= wanted else UNKNOWN if high >= wanted else UNMET

    def at_least(self, rule, instance):
        """That many, or that share, of the requirements."""
        truths = [self.reaches(n, v, instance) for n, v in rule["of"].items()]
        applicable = len(truths) - truths.count(VOID)
        quota = share(rule["at_least"])
        needed = quota if isinstance(quota, int) else ceil(quota * applicable)
        if not applicable or applicable < needed:
            return VOID
        return between(truths.count(MET), truths.count(MET) + truths.count(UNKNOWN), needed)

    def in_group(self, rule):
        """That many instances, or that share of them."""
        if self.rule_is_out(rule["meet"]):
            return VOID
        listed = self.instances(rule["in"], rule.get("where"))
        if listed is None:
            worst = self.rubric["non_answers"]["not_assessed"] == "worst"
            return UNMET if worst else UNKNOWN
        truths = [t for i, n in listed for t in [self.rule(rule["meet"], i)] * n]
        applicable = len(truths) - truths.count(VOID)
        quota = share(rule["at_least"])
        if not applicable:
            return UNMET if not truths and isinstance(quota, int) else VOID
        needed = quota if isinstance(quota, int) else ceil(quota * applicable)
        return between(truths.count(MET), truths.count(MET) + truths.count(UNKNOWN), needed)

    def majority(self, terms, instance):
        """MR-Sort: weight, compulsory nodes, vetoes."""
        profile = terms["profile"]
        stated = terms.get("weights") or {
            n: self.criteria.get(n, {}).get("weight", 1) for n in profile
        }
        truths = {n: self.reaches(n, v, instance) for n, v in profile.items()}
        asked = sum(w for n, w in stated.items() if not (truths[n] is VOID and self.is_out(n)))
        whole = sum(w for n, w in stated.items() if truths[n] is not VOID)
        least = self.rubric["non_answers"]["not_applicable"]["min_applicable"]
        if not whole or whole < least * asked:
            return VOID
        low = sum(w for n, w in stated.items() if truths[n] is MET)
        high = low + sum(w for n, w in stated.items() if truths[n] is UNKNOWN)
        parts = [between(low, high, terms["threshold"] * whole)]
        parts += [truths[n] for n in terms.get("must", ())]
        parts += [self.reaches(n, v, instance) for n, v in terms.get("veto", {}).items()]
        return both(parts)

    def should(self, name, wanted, instance):
        """A requirement, or a written reason."""
        truth = self.reaches(name, wanted, instance)
        fact = self.facts.get((name, instance if name in self.owner else ""))
        excused = fact is not None and fact.status.value == "answered" and fact.reason is not None
        return MET if truth in (UNMET, UNKNOWN) and excused else truth

    def answered(self, name, instance):
        """Whether a question has its answer."""
        key = (name, instance if name in self.owner else "")
        if key in self.forced:
            return MET
        fact = self.facts.get(key)
        if fact is None or fact.status.value == "out-by-rule":
            return VOID
        return MET if fact.status.value in ("answered", "not-applicable") else UNKNOWN

    # The ladder -----------------------------------------------------------------------------

    def levels(self):
        """The truth of each level."""
        return [self.rule(level["requires"]) for level in self.rubric["levels"]]

    def position(self, *, high=False):
        """The level reached, -1 below the first."""
        reached, track = -1, self.result.track
        ceilings = [t.get("ceiling") for t in self.rubric["tracks"] if t["id"] == track]
        for position, level in enumerate(self.rubric["levels"]):
            truth = self.rule(level["requires"])
            if truth is VOID and self.rule_is_out(level["requires"]):
                truth = None
            truth = self.empty() if truth is VOID else truth
            if truth is UNMET or (truth is UNKNOWN and not high):
                break
            reached = reached if truth is None else position
            if level["value"] in ceilings:
                break
        return reached


def both(truths):
    """Kleene's and; what does not apply drops out."""
    found = [t for t in truths if t is not VOID]
    if not found:
        return VOID
    return UNMET if UNMET in found else UNKNOWN if UNKNOWN in found else MET


def either(truths):
    """Kleene's or; what does not apply drops out."""
    found = [t for t in truths if t is not VOID]
    if not found:
        return VOID
    return MET if MET in found else UNKNOWN if UNKNOWN in found else UNMET


def between(low, high, needed):
    """A truth from what is met, what could be, and what is needed."""
    return MET if low >= needed else UNKNOWN if high >= needed else UNMET


def number(text):
    """Read a number that a rule asks for."""
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def share(quota):
    """Read how many: a count, or a share."""
    return Fraction(1) if quota == "all" else quota


def names_in(rule):
    """The names that a rule reads."""
    for word in ("all_of", "any_of"):
        if word in rule:
            return [n for part in rule[word] for n in names_in(part)]
    if "in" in rule:
        return names_in(rule["meet"])
    if "majority" in rule:
        terms = rule["majority"]
        return [*terms["profile"], *terms.get("veto", {})]
    for word in ("of", "should", "answered"):
        if word in rule:
            return list(rule[word])
    return list(rule)
