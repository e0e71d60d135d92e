"""Random rubrics with a project each, as plain data; the same ones for the same seed.

`make(seed)` gives a `Pair` of dictionaries; `pair.read()` takes them through the real models.
`pairs()` is the same for hypothesis. Ids come from a `Names`, in one order: two schemes give two
spellings of one pair.
"""

from fractions import Fraction
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st
from tests.scoring.generator_projects import make_project

from scalecheck.model.check_fit import find_misfits
from scalecheck.model.check_project import find_project_problems
from scalecheck.model.check_rubric import find_problems
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies

VOCABULARIES = Vocabularies.model_validate(
    {
        "format": "scalecheck/vocabularies@1",
        "id": "lists",
        "version": "1",
        "languages": ["fr"],
        "evidence_kinds": [
            {"id": "report", "label": "Rapport"},
            {"id": "law", "label": "Loi", "ages": False},
        ],
    },
    context={"language": "fr"},
)
POLICIES = ("bounds", "bounds", "bounds", "worst", "best", "skip", "block")
SHARES = tuple(Fraction(n, d) for n, d in ((1, 2), (3, 5), (2, 3), (7, 10), (3, 4), (1, 1)))


class Pair(NamedTuple):
    """A rubric and a project, as data; `names` are the ids in the order they were made."""

    rubric: dict
    project: dict
    names: tuple[str, ...]

    def read(self):
        """Take both through the models."""
        return read_rubric(self.rubric), read_project(self.project)


def read_rubric(data):
    """Make a rubric of data, and make sure that it can be computed."""
    rubric = Rubric.model_validate(data, context={"language": "fr"})
    assert find_problems(rubric) == ()
    return rubric


def read_project(data):
    """Make a project of data."""
    project = Project.model_validate(data, context={"language": "fr"})
    assert find_project_problems(project) == ()
    return project


class Names:
    """Gives ids; `scheme` spells one from its kind and its number."""

    def __init__(self, scheme=None):
        self.scheme = scheme or (lambda kind, number: f"{kind}{number}")
        self.given = []

    def new(self, kind):
        """Give a fresh id."""
        self.given.append(self.scheme(kind, len(self.given)))
        return self.given[-1]


def other_scheme(kind, number):
    """Spell ids so that they sort in another order, and say nothing of their kind."""
    return f"{'qzkmxb'[number * 5 % 6]}{(number * 7919) % 1000}-{number}"


class Made(NamedTuple):
    """A node that rules and measures may name."""

    name: str
    form: str  # ordinal, count, index
    scale: dict | None
    group: str | None
    monotone: bool
    kind: str


def names_of(scale):
    """The names of the levels of a scale, from worst to best: (value, id) pairs."""
    levels = [(str(v["value"]), v.get("id")) for v in scale["levels"]]
    return levels if scale.get("direction", "up") == "up" else levels[::-1]


class Maker:
    """Makes one rubric; what was made is kept for the project."""

    def __init__(self, seed, names):
        self.random, self.names = Random(seed), names
        self.ease = self.random.random()  # how little the levels ask
        self.nodes, self.groups, self.attributes = [], {}, []
        self.index_rules = self.chance(0.3)

    def chance(self, share):
        """Tell yes, that often."""
        return self.random.random() < share

    def pick(self, things):
        """Choose one."""
        return self.random.choice(list(things))

    def some(self, things, least=1, most=3):
        """Choose a few, in their order."""
        things = list(things)
        size = min(len(things), self.random.randint(least, most))
        chosen = set(self.random.sample(range(len(things)), size))
        return [thing for i, thing in enumerate(things) if i in chosen]

    def level(self, scale, rank):
        """Name a level, by its value or by its id."""
        value, name = names_of(scale)[rank]
        return name if name and self.chance(0.4) else value

    # The parts of a rubric ------------------------------------------------------------------

    def rubric(self):
        """Make the whole."""
        grades = ["declared", "documented", "verified", "independent"][: self.random.randint(1, 4)]
        self.grades = [self.names.new("grade") for _ in grades]
        self.scales = [self.scale() for _ in range(self.random.randint(1, 3))]
        self.attributes = [self.attribute() for _ in range(self.random.randint(0, 3))]
        self.dimensions = [self.dimension() for _ in range(self.random.randint(1, 3))]
        groups = self.make_groups()
        self.note_nodes()
        measures = [m for _ in range(self.random.randint(0, 3)) if (m := self.measure())]
        self.add_computed()
        measures += [m for _ in range(self.random.randint(0, 4)) if (m := self.measure())]
        headline, levels = self.headline(measures)
        stages = [{"id": self.names.new("stage"), "title": "t"} for _ in range(2)]
        for number, level in enumerate(levels):
            level["stage"] = stages[2 * number // len(levels)]["id"]
        data = {
            "format": "scalecheck/rubric@1",
            "id": self.names.new("rubric"),
            "version": "1",
            "languages": ["fr"],
            "title": "t",
            "licence": "CC0",
            "sources": [{"id": "src", "title": "t", "licence": "l", "use": "own-words"}],
            "non_answers": {
                "unknown": self.pick(POLICIES),
                "not_assessed": self.pick(POLICIES),
                "not_applicable": {
                    "reason": self.pick(("required", "required", "optional")),
                    "min_applicable": self.pick((Fraction(1, 10), Fraction(3, 5), Fraction(1, 4))),
                },
                "empty_level": self.pick(("blocks", "passes")),
            },
            "attributes": self.attributes,
            "scales": self.scales,
            "evidence": {"grades": self.grades},
            "groups": groups,
            "dimensions": self.dimensions,
            "measures": measures,
            "headline": headline,
            "levels": levels,
            "stages": stages,
        }
        if self.chance(0.5):
            data["evidence"]["max_age"] = self.pick(("12 months", "3 years"))
        if self.index_rules:
            data["index_in_rules"] = {"use": "allowed", "source": "src"}
        self.strategies = [self.strategy() for _ in range(self.random.randint(0, 2))]
        self.tracks = [self.track(levels) for _ in range(self.random.randint(0, 2))]
        return data | {"tracks": self.tracks, "strategies": self.strategies}

    def need(self):
        """Make what a level asks of its evidence."""
        grade = self.pick(self.grades)
        if self.chance(0.6):
            return grade
        need = {"grade": grade, "count": self.random.randint(1, 2)}
        if self.chance(0.5):
            need["newest_within"] = "24 months"
        return need

    def scale(self):
        """Make a scale."""
        size, start = self.random.randint(2, 5), self.random.randint(0, 1)
        scored, amounts = self.chance(0.3), self.chance(0.25)
        score = Fraction(self.random.randint(-2, 2), 2)
        levels = []
        for number in range(size):
            level = {"value": start + number * self.pick((1, 1, 10))}
            level["value"] = max(level["value"], levels[-1]["value"] + 1 if levels else 0)
            if self.chance(0.4):
                level["id"] = self.names.new("lev")
            if scored:
                level["score"] = score
                score += Fraction(self.random.randint(0, 4), 3)
            if amounts and number:
                level[self.pick(("from", "above"))] = Fraction(number * 10, 2)
            if self.chance(0.25):
                level["evidence"] = self.need()
            levels.append(level)
        direction = self.pick(("up", "up", "down"))
        return {"id": self.names.new("scale"), "direction": direction, "levels": levels}

    def attribute(self):
        """Make an attribute, with values or on a scale."""
        found = {"id": self.names.new("attr")}
        if self.chance(0.35):
            return found | {"scale": self.pick(self.scales)["id"]}
        return found | {"values": [self.names.new("val") for _ in range(2)]}

    def dimension(self):
        """Make a dimension of asked criteria."""
        criteria = [self.criterion() for _ in range(self.random.randint(1, 3))]
        return {"id": self.names.new("dim"), "title": "t", "criteria": criteria}

    def criterion(self):
        """Make an asked criterion."""
        scale = self.scales[0] if self.chance(0.6) else self.pick(self.scales)
        found = {"id": self.names.new("crit"), "title": "t", "scale": scale["id"]}
        if self.chance(0.4):
            found["weight"] = self.pick((2, 3, Fraction(1, 2)))
        if self.chance(0.3):
            found["effort"] = self.pick((2, 3, Fraction(1, 2)))
        if self.chance(0.45):
            found["not_applicable"] = "allowed"
        if self.attributes and self.chance(0.15):
            found["applies_when"] = self.condition(self.attributes)
        if self.chance(0.15):
            ranks = self.some(range(1, len(scale["levels"])), 1, 2)
            found["evidence"] = {"least": {self.level(scale, r): self.need() for r in ranks}}
        return found

    def condition(self, attributes):
        """Make a condition on declared attributes: one case, or a list of them."""

        def case():
            chosen = self.some(attributes, 1, 2)
            return {a["id"]: self.some(self.values_of(a), 1, 2) for a in chosen}

        return case() if self.chance(0.7) else [case(), case()]

    def values_of(self, attribute):
        """The values that an attribute may take."""
        if "values" in attribute:
            return attribute["values"]
        scale = next(s for s in self.scales if s["id"] == attribute["scale"])
        return [value for value, _ in names_of(scale)]

    def make_groups(self):
        """Make groups over fresh criteria; their criteria stand in the first dimension."""
        groups = []
        for of in ("settings", None):
            if not self.chance(0.45):
                continue
            criteria = [self.criterion() for _ in range(self.random.randint(1, 2))]
            self.dimensions[-1]["criteria"].extend(criteria)
            values = [self.names.new("val") for _ in range(2)]
            own = [{"id": self.names.new("role"), "values": values}] if self.chance(0.8) else []
            group = {"id": self.names.new("grp"), "criteria": [c["id"] for c in criteria]}
            if of:
                group["of"] = of
            groups.append(group | {"attributes": own})
        self.groups = {group["id"]: group for group in groups}
        return groups

    def note_nodes(self):
        """List what measures and rules may name so far."""
        scales = {s["id"]: s for s in self.scales}
        owner = {c: g for g, group in self.groups.items() for c in group["criteria"]}
        for dimension in self.dimensions:
            plain = [c for c in dimension["criteria"] if c["id"] not in owner]
            for c in dimension["criteria"]:
                self.note(c["id"], "ordinal", scales[c["scale"]], owner.get(c["id"]))
            if len({c["scale"] for c in plain}) == 1:
                scale = scales[plain[0]["scale"]]
                self.note(dimension["id"], "ordinal", scale, kind="dimension")
        for attribute in self.attributes:
            if "scale" in attribute:
                scale = scales[attribute["scale"]]
                self.note(attribute["id"], "ordinal", scale, kind="attribute")

    def note(self, name, form, scale=None, group=None, *, monotone=True, kind="criterion"):
        """List one node."""
        self.nodes.append(Made(name, form, scale, group, monotone, kind))

    def add_computed(self):
        """Add a dimension of computed criteria."""
        if not self.chance(0.45):
            return
        scale, criteria = self.pick(self.scales), []
        for _ in range(self.random.randint(1, 2)):
            ranks = self.some(range(1, len(scale["levels"])), 1, 3)
            top = len(scale["levels"])
            rules = {self.level(scale, r): self.rule(r / top, 1) for r in ranks}
            name = self.names.new("comp")
            computed = {"id": name, "title": "t", "scale": scale["id"], "computed": rules}
            criteria.append(computed | ({"effort": 2} if self.chance(0.3) else {}))
        for criterion in criteria:
            self.note(criterion["id"], "ordinal", scale, kind="computed")
        name = self.names.new("dim")
        self.dimensions.append({"id": name, "title": "t", "criteria": criteria})
        self.note(name, "ordinal", scale, kind="dimension")

    # Rules ----------------------------------------------------------------------------------

    def readable(self, group=None):
        """The nodes that a rule may read."""
        found = [
            n
            for n in self.nodes
            if n.monotone and n.group in (None, group) and (n.form != "index" or self.index_rules)
        ]
        inside = [n for n in found if n.group is not None]
        return inside * 3 + found if inside else found

    def wanted(self, node, ambition):
        """Choose the level that a rule asks of a node."""
        if node.scale is None:
            return self.pick(
                ("1", "2", "3") if node.form == "count" else ("1", "3/2", "50%", "0.5")
            )
        top = len(node.scale["levels"]) - 1
        rank = round(top * (ambition - 0.3 * self.ease) + self.random.uniform(-0.6, 0.6))
        return self.level(node.scale, min(top, max(0 if self.chance(0.1) else 1, rank)))

    def profile(self, ambition, group, least=1, most=3):
        """Choose nodes and a level for each."""
        chosen = {n.name: n for n in self.some(self.readable(group), least, most)}
        return {name: self.wanted(node, ambition) for name, node in chosen.items()}

    def rule(self, ambition, depth=0, group=None):
        """Make a rule; `ambition` says how high it asks, from 0 to 1."""
        kinds = ["levels"] * 4 + ["at_least", "majority", "majority", "should"]
        kinds += ["answered"] if self.askable(group) else []
        kinds += ["all_of", "any_of", "any_of"] if depth < 2 else []
        kinds += ["in", "in"] if self.groups and group is None else []
        return getattr(self, f"rule_{self.pick(kinds)}")(ambition, depth, group)

    def askable(self, group):
        """The asked criteria that `answered` may name."""
        return [n.name for n in self.readable(group) if n.kind == "criterion"]

    def rule_levels(self, ambition, depth, group):
        return self.profile(ambition, group)

    def rule_all_of(self, ambition, depth, group):
        return {"all_of": [self.rule(ambition, depth + 1, group) for _ in range(self.pick((1, 2)))]}

    def rule_any_of(self, ambition, depth, group):
        return {"any_of": [self.rule(ambition, depth + 1, group) for _ in range(self.pick((1, 2)))]}

    def rule_at_least(self, ambition, depth, group):
        of = self.profile(ambition, group, 2, 4)
        quota = self.pick((*range(1, len(of) + 1), self.pick(SHARES), "all"))
        return {"at_least": quota, "of": of}

    def rule_in(self, ambition, depth, group):
        name = self.pick(self.groups)
        rule = {"in": name, "at_least": self.pick((1, 1, 2, 3, Fraction(1, 2), "all"))}
        attributes = self.groups[name]["attributes"]
        if attributes and self.chance(0.4):
            rule["where"] = self.condition(attributes)
        return rule | {"meet": self.rule(ambition, depth + 1, name)}

    def rule_majority(self, ambition, depth, group):
        profile = self.profile(ambition, group, 2, 4)
        terms = {"threshold": self.pick(SHARES), "profile": profile}
        if self.chance(0.5):
            terms["weights"] = {name: self.random.randint(1, 4) for name in profile}
        if self.chance(0.35):
            terms["must"] = self.some(profile, 1, 2)
        if self.chance(0.35):
            known = {n.name: n for n in self.readable(group) if n.scale}
            names = self.some(known, 1, 2)
            veto = {n: self.veto(known[n], profile.get(n)) for n in names}
            terms["veto"] = {n: level for n, level in veto.items() if level is not None}
        return {"majority": terms}

    def veto(self, node, entry):
        """Choose a veto, no higher than the profile's entry."""
        ranks = {n: r for r, pair in enumerate(names_of(node.scale)) for n in pair if n}
        most = ranks[entry] if entry is not None else 1
        return self.level(node.scale, self.random.randint(1, most)) if most else None

    def rule_should(self, ambition, depth, group):
        return {"should": self.profile(min(1, ambition + 0.2), group, 1, 2)}

    def rule_answered(self, ambition, depth, group):
        return {"answered": list(dict.fromkeys(self.some(self.askable(group), 1, 2)))}

    # Measures -------------------------------------------------------------------------------

    def measure(self):
        """Make a measure of a random operator, or None where nothing suits it."""
        op = self.pick(OPERATORS)
        ordinals = [n for n in self.nodes if n.form == "ordinal"]
        group = self.pick((None, *self.groups))
        usable = [n for n in self.nodes if n.group in (None, group)]
        if op in ("min", "max", "median", "cap", "count"):
            scale = self.pick(ordinals).scale
            usable = [n for n in usable if n.form == "ordinal" and n.scale is scale]
        elif op in ("ladder", "highest", "additive", "percent"):
            usable = [n for n in usable if n.form == "ordinal"]
        elif op == "lookup":
            usable = [n for n in usable if n.form != "index"]
        usable = [n for n in usable if n.kind != "dimension" or op not in _ONE] or usable
        if op in _ONE:
            usable = [n for n in usable if n.group is None or n.group == group]
        if not usable or (op == "difference" and len(usable) < 2):
            return None
        return getattr(self, "op_" + op.replace("-", "_"), self.op_plain)(op, group, usable)

    def finish(self, data, inputs, group, made):
        """Give a measure its common parts, list it, and return it."""
        inside = any(n.group is not None for n in inputs)
        per = group if inside and (data["op"] in _ONE or self.chance(0.3)) else None
        if per:
            data["per"] = per
        attributes = self.groups[group]["attributes"] if inside else []
        if attributes and self.chance(0.3):
            data["where"] = self.condition(attributes)
        for word in ("unknown", "not_assessed"):
            if self.chance(0.2):
                data[word] = self.pick(POLICIES)
        form, scale, monotone = made
        down = any(n.scale and n.scale.get("direction") == "down" for n in inputs)
        scored = data["op"] in _SCORED or (data["op"] == "lookup" and scale is None)
        monotone = monotone and all(n.monotone for n in inputs) and not (scored and down)
        self.note(data["id"], form, scale, per, monotone=monotone, kind="measure")
        return data

    def start(self, op, inputs):
        """Begin a measure."""
        return {"id": self.names.new("meas"), "op": op, "of": [n.name for n in inputs]}

    def distinct(self, usable, least, most):
        """Choose nodes, dimensions seldom."""
        return self.some({n.name: n for n in usable}.values(), least, most)

    def expanded(self, inputs):
        """The nodes behind names, dimensions replaced by their criteria."""
        known = {n.name: n for n in self.nodes}
        inside = {d["id"]: [c["id"] for c in d["criteria"]] for d in self.dimensions}
        names = [c for n in inputs for c in inside.get(n.name, [n.name])]
        return [known[name] for name in names]

    def without_mixed(self, inputs, group, scale=None):
        """Leave out the dimensions whose criteria are of another group or scale."""
        return [
            n
            for n in inputs
            if all(
                e.group in (None, group) and (scale is None or e.scale is scale)
                for e in self.expanded([n])
            )
        ]

    def op_plain(self, op, group, usable):
        """Make a measure that needs nothing but its inputs."""
        same = usable[0].scale if op in ("min", "max", "median", "cap", "count") else None
        usable = self.without_mixed(usable, group, same)
        if not usable:
            return None
        fixed = {"difference": 2, "cap": 1, "round": 1}.get(op)
        inputs = self.distinct(usable, fixed or 1, fixed or 3)
        if len(inputs) < (fixed or 1):
            return None
        data, read = self.start(op, inputs), self.expanded(inputs)
        if op in ("min", "max", "median"):
            return self.finish(data, read, group, ("ordinal", same, True))
        if op == "percent":
            data["base"] = self.pick(("zero", "lowest"))
            if any(v.get("score", 0) < 0 for n in read for v in n.scale["levels"]):
                data["base"] = "lowest"
        if op == "round":
            data |= {"digits": self.random.randint(0, 1)}
            data["rounding"] = self.pick(("half-up", "half-even", "down"))
        if op == "weighted-mean" and self.chance(0.5):
            data["weights"] = {n.name: self.random.randint(1, 3) for n in read}
        negative = any(
            n.scale is None or v.get("score", v["value"]) < 0
            for n in read
            for v in (n.scale["levels"] if n.scale else [{"value": 0}])
        )
        monotone = op != "difference" and not (op == "product" and negative)
        return self.finish(data, read, group, ("index", None, monotone))

    def op_count(self, op, group, usable):
        scale = usable[0].scale
        inputs = self.distinct(self.without_mixed(usable, group, scale), 1, 3)
        if not inputs:
            return None
        data = self.start(op, inputs)
        word = self.pick(("level", "at_least", "at_least"))
        data[word] = self.level(scale, self.random.randint(0, len(scale["levels"]) - 1))
        made = ("count", None, word == "at_least")
        return self.finish(data, self.expanded(inputs), group, made)

    def op_cap(self, op, group, usable):
        usable = [n for n in usable if n.kind != "dimension"]
        if not usable:
            return None
        inputs = [self.pick(usable)]
        scale = inputs[0].scale
        if inputs[0].group is not None and self.chance(0.2):
            return None
        data = self.start(op, inputs)
        data["at"] = self.level(scale, self.random.randint(0, len(scale["levels"]) - 1))
        data["unless"] = self.rule(0.6, 2, inputs[0].group)
        return self.finish(data, inputs, group, ("ordinal", scale, True))

    def op_bands(self, op, group, usable):
        usable = [n for n in usable if n.kind != "dimension"]
        if not usable:
            return None
        node = self.pick(usable)
        data = self.start(op, [node])
        bands = [{"id": self.names.new("band")}]
        bound = Fraction(self.random.randint(0, 3), 2)
        for _ in range(self.random.randint(1, 3)):
            bands.append({"id": self.names.new("band"), self.pick(("from", "above")): bound})
            bound += Fraction(self.random.randint(1, 4), 2)
        data["bands"] = bands
        levels = [{"value": i, "id": b["id"]} for i, b in enumerate(bands)]
        form = "index" if node.form == "index" else "ordinal"
        return self.finish(data, [node], group, (form, {"levels": levels}, True))

    def op_ladder(self, op, group, usable):
        return self.op_items(op, group, usable)

    def op_highest(self, op, group, usable):
        return self.op_items(op, group, usable)

    def op_additive(self, op, group, usable):
        return self.op_items(op, group, usable)

    def op_items(self, op, group, usable):
        """Make a measure over items; a dimension is never one of them."""
        usable = [n for n in usable if n.kind not in ("dimension", "attribute")]
        same = self.pick(usable).scale if usable else None
        usable = [n for n in usable if n.scale is same]  # so that `item` names a level of each
        if not usable:
            return None
        target = self.pick(self.scales) if op != "additive" and self.chance(0.5) else None
        if target is not None:
            ranks = self.some(range(1, len(target["levels"])), 1, 3)
            keys = [self.level(target, r) for r in ranks]
            made = ("ordinal", target)
        else:
            keys = [str(i) for i in range(1, self.random.randint(2, 4))]
            levels = [{"value": i} for i in range(len(keys) + 1)]
            made = ("index", None) if op == "additive" else ("ordinal", {"levels": levels})
        items = {key: [n.name for n in self.distinct(usable, 1, 2)] for key in keys}
        data = {"id": self.names.new("meas"), "op": op, "items": items}
        if target is not None:
            data["scale"] = target["id"]
        if op != "additive" and self.chance(0.6):
            data["at"] = self.item_test(same)
        if op == "ladder" and self.chance(0.4):
            data["below"] = self.item_test(same)
        read = [n for n in usable if any(n.name in some for some in items.values())]
        return self.finish(data, read, group, (*made, True))

    def item_test(self, scale):
        """Make what is asked of items."""
        test = {}
        if self.chance(0.6):
            test["item"] = self.level(scale, self.random.randint(1, len(scale["levels"]) - 1))
        if self.chance(0.5):
            word = self.pick(("share", "count"))
            test[word] = self.pick(SHARES) if word == "share" else self.random.randint(1, 2)
        return test

    def op_lookup(self, op, group, usable):
        usable = [n for n in usable if n.kind != "dimension"]
        facts = [Made(a["id"], "values", None, None, True, "values") for a in self.attributes]
        facts = [f for f, a in zip(facts, self.attributes, strict=True) if "values" in a]
        usable = [n for n in usable if n.group is None or n.group == group]
        if not usable:
            return None
        inputs = [self.pick(usable)]
        if self.chance(0.5):
            inputs.append(self.pick(facts if facts and self.chance(0.4) else usable))
        if len({n.name for n in inputs}) < len(inputs):
            inputs = inputs[:1]
        scale = self.pick(self.scales) if self.chance(0.7) else None
        rising = self.chance(0.6)
        data = self.start(op, inputs)
        data["table"] = self.table(inputs, scale, rising=rising)
        if not rising:
            data |= {"monotone": False, "source": "src"}
        if scale is not None:
            data["scale"] = scale["id"]
        made = ("index" if scale is None else "ordinal", scale, rising)
        return self.finish(data, inputs, group, made)

    def table(self, inputs, scale, *, rising):
        """Fill a table; a rising one never falls on an axis of answers."""
        sizes = [self.axis(n) for n in inputs]
        top = len(scale["levels"]) - 1 if scale else 6
        flip = {n.name: bool(n.scale and n.scale.get("direction") == "down") for n in inputs}

        def cell(*positions):
            total = sum(
                size - 1 - p if flip[n.name] else p
                for n, size, p in zip(inputs, sizes, positions, strict=True)
            )
            rank = min(top, total) if rising else self.random.randint(0, top)
            return str(rank) if scale is None else names_of(scale)[rank][0]

        if len(sizes) == 1:
            return [cell(i) for i in range(sizes[0])]
        return [[cell(i, j) for j in range(sizes[1])] for i in range(sizes[0])]

    def axis(self, node):
        """How many cells an input needs."""
        return 2 if node.kind == "values" else len(node.scale["levels"]) if node.scale else 4

    # The headline ---------------------------------------------------------------------------

    def headline(self, measures):
        """Choose the headline, and make its levels."""
        if self.chance(0.05):
            return "none", []
        made = {n.name: n for n in self.nodes if n.kind == "measure" and n.group is None}
        fit = [n for n in made.values() if n.scale and (n.form == "ordinal" or self.index_rules)]
        if fit and self.chance(0.25):
            node = self.pick(fit)
            ranks = self.some(range(len(node.scale["levels"])), 2, 5)
            return node.name, [{"value": self.level(node.scale, r)} for r in ranks]
        size, first = self.random.randint(2, 5), self.random.randint(0, 1)
        levels = []
        for number in range(size):
            rule = self.rule((number + 0.5) / size)
            levels.append({"value": str(first + number), "requires": rule})
        return "ladder", levels

    def criteria(self):
        """Every criterion id."""
        return [c["id"] for d in self.dimensions for c in d["criteria"]]

    def strategy(self):
        """Make a strategy."""
        found = {"id": self.names.new("strat"), "title": "t"}
        if self.attributes and self.chance(0.4):
            found["fits_when"] = self.condition(self.attributes)
        if self.chance(0.6):
            found["ready_when"] = self.rule(0.5)
        if self.chance(0.5):
            found["waives"] = self.some(self.criteria(), 1, 3)
        return found

    def track(self, levels):
        """Make a track."""
        found = {"id": self.names.new("track"), "title": "t"}
        found["waives"] = self.some(self.criteria(), 0, 3)
        if levels and self.chance(0.5):
            found["ceiling"] = self.pick(levels)["value"]
        return found


_ONE = ("cap", "bands", "round", "lookup", "difference")
_SCORED = (
    *("additive", "sum", "mean", "weighted-mean", "product"),
    *("difference", "percent", "round", "bands"),
)
OPERATORS = (
    *("min", "max", "median", "ladder", "highest", "additive", "sum", "mean", "weighted-mean"),
    *("product", "difference", "percent", "round", "count", "lookup", "lookup", "cap", "bands"),
)


def make(seed, scheme=None):
    """Make the pair of a seed."""
    names = Names(scheme)
    maker = Maker(seed, names)
    rubric = maker.rubric()
    project = make_project(maker, rubric)
    return Pair(rubric, project, tuple(names.given))


def pairs():
    """Make pairs for hypothesis: one a seed."""
    return st.integers(0, 2**32 - 1).map(make)


def misfits(rubric, project):
    """What a pair says that the model would only warn of."""
    return find_misfits(rubric, project, VOCABULARIES)
