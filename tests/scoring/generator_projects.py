"""Random projects for a random rubric, and the edits that the properties make to them."""

from copy import deepcopy

DATE = "2026-10-15"
DATES = ("2026-09", "2026-10-01", "2026-10", "2025-03-10", "2024-01", "2020-05", "2027-01")
FULL = ("full-1", "full-2", "full-3")


def make_project(maker, rubric):
    """Make a project that answers a rubric."""
    return _Projects(maker, rubric).project()


class _Projects:
    def __init__(self, maker, rubric):
        self.maker, self.rubric, self.random = maker, rubric, maker.random
        self.scales = {s["id"]: s for s in rubric["scales"]}
        self.criteria = {c["id"]: c for d in rubric["dimensions"] for c in d["criteria"]}
        self.owner = {c: g for g in rubric["groups"] for c in g["criteria"]}
        self.quality = self.random.choice((0.2, 0.5, 0.8, 0.95))
        self.silence = self.random.choice((0.0, 0.1, 0.3))

    def project(self):
        maker = self.maker
        self.records = {maker.names.new("rec"): self.record() for _ in range(4)}
        lists = {g["id"]: self.instances(g) for g in self.rubric["groups"]}
        project = {
            "format": "scalecheck/project@1",
            "id": maker.names.new("project"),
            "title": "t",
            "attributes": self.attributes(),
            "strategies": maker.some([s["id"] for s in maker.strategies], 0, 2),
            "ambition": self.ambition(),
            "evidence": self.records,
            "groups": {},
        }
        for group in self.rubric["groups"]:
            listed = lists[group["id"]]
            if listed is None:
                continue
            if group.get("of"):
                project["settings"] = listed
            else:
                project["groups"][group["id"]] = listed
        snapshots = [self.snapshot(lists, DATE)]
        if maker.chance(0.2):
            snapshots.append(self.snapshot(lists, "2026-12-01") | {"kind": "panel"})
        if maker.chance(0.2):
            snapshots.insert(0, self.snapshot(lists, "2025-05-01"))
        return project | {"assessments": snapshots}

    def attributes(self):
        found = {}
        for attribute in self.rubric["attributes"]:
            if self.maker.chance(0.75):
                values = self.maker.values_of(attribute)
                found[attribute["id"]] = self.maker.some(values, 1, 1 + self.maker.chance(0.1))
        return found

    def ambition(self):
        maker, found = self.maker, {}
        if maker.tracks and maker.chance(0.5):
            found["track"] = maker.pick(maker.tracks)["id"]
        if self.rubric["levels"] and maker.chance(0.5):
            found["level"] = maker.pick(self.rubric["levels"])["value"]
        ranked = [n for n in maker.nodes if n.scale and n.group is None and n.kind != "attribute"]
        if ranked and maker.chance(0.4):
            node = maker.pick(ranked)
            found["at"] = {node.name: maker.level(node.scale, len(node.scale["levels"]) - 1)}
        return found

    def record(self):
        found = {"title": "t", "grade": self.maker.pick(self.maker.grades)}
        if self.maker.chance(0.9):
            found["date"] = self.maker.pick(DATES)
        if self.maker.chance(0.5):
            found["kind"] = self.maker.pick(("report", "law"))
        found["status"] = self.random.choices(("accepted", "rejected", "planned"), (8, 1, 1))[0]
        return found

    def instances(self, group):
        """A list, seldom empty, or None for no list at all."""
        if self.maker.chance(0.15):
            return None
        found = []
        for _ in range(self.random.choice((0, 1, 2, 2, 3))):
            instance = {"id": self.maker.names.new("inst")}
            if self.maker.chance(0.25):
                instance["count"] = self.random.randint(2, 4)
            for attribute in group["attributes"]:
                if self.maker.chance(0.85):
                    instance[attribute["id"]] = self.maker.some(attribute["values"], 1, 1)
            found.append(instance)
        return found

    def snapshot(self, lists, date):
        answers = {}
        for name, criterion in self.criteria.items():
            if "computed" in criterion or name in self.owner:
                continue
            if not self.maker.chance(self.silence / 2):
                answers[name] = self.answer(criterion)
        for group in self.rubric["groups"]:
            given = {
                i["id"]: {c: self.answer(self.criteria[c]) for c in group["criteria"]}
                for i in lists[group["id"]] or ()
                if not self.maker.chance(self.silence / 2)
            }
            if given:
                answers[group["id"]] = given
        found = {"date": date, "kind": "self", "rubric": self.rubric["id"], "answers": answers}
        if self.maker.chance(0.25):
            found["context"] = self.context(lists)
        if self.maker.chance(0.25) and answers:
            found["plans"] = [self.plan(), self.plan()]
        return found

    def context(self, lists):
        found = {}
        if self.maker.tracks and self.maker.chance(0.4):
            found["track"] = self.maker.pick(self.maker.tracks)["id"]
        if self.maker.chance(0.3):
            found["attributes"] = self.attributes()
        for group in self.rubric["groups"]:
            if group.get("of") and lists[group["id"]] and self.maker.chance(0.4):
                found["settings"] = [{"id": i["id"]} for i in lists[group["id"]][:2]]
        return found

    def plan(self):
        asked = [c for n, c in self.criteria.items() if n not in self.owner]
        chosen = self.maker.some(asked, 0, 2)
        answers = {c["id"]: self.level(self.scales[c["scale"]], 0.9) for c in chosen}
        return {"id": self.maker.names.new("plan"), "answers": answers}

    def level(self, scale, quality):
        top = len(scale["levels"]) - 1
        rank = round(top * quality + self.random.uniform(-1.2, 0.8))
        return self.maker.level(scale, max(0, min(top, rank)))

    def answer(self, criterion):
        maker, scale = self.maker, self.scales[criterion["scale"]]
        if maker.chance(self.silence):
            return "unknown"
        if maker.chance(0.2 if criterion.get("not_applicable") else 0.04):
            return {"not_applicable": maker.pick(("parce que", "parce que", ""))}
        found = {"evidence": maker.some(self.records, 0, 3)} if maker.chance(0.7) else {}
        if maker.chance(0.3):
            found["reason"] = "parce que"
        if maker.chance(0.1):
            return found | {"between": self.between(scale)}
        if maker.chance(0.3) and any("from" in v or "above" in v for v in scale["levels"]):
            return found | {"amount": self.random.randint(-1, 25)}
        level = self.level(scale, self.quality)
        return found | {"level": level} if found else level

    def between(self, scale):
        top = len(scale["levels"]) - 1
        low = self.random.randint(0, top)
        return [
            self.maker.level(scale, low),
            self.maker.level(scale, self.random.randint(low, top)),
        ]


# Edits: each gives a new project ------------------------------------------------------------


def edit(project, result, key, answer, group_of):
    """Give one question another answer, in the assessment that a result read."""
    return edit_all(project, result, {key: answer}, group_of)


def edit_all(project, result, given, group_of):
    """Give several questions other answers, and records that support any level."""
    changed = deepcopy(project)
    changed["evidence"] |= {name: full_record(result) for name in FULL}
    answers = changed["assessments"][result.position]["answers"]
    for key, answer in given.items():
        if key.instance:
            inside = answers.setdefault(group_of[key.criterion], {})
            inside.setdefault(key.instance, {})[key.criterion] = answer
        else:
            answers[key.criterion] = answer
    return changed


def full_record(result):
    """A record of the best grade, of the day of the assessment."""
    grade = result.rubric.evidence.grades[-1].id
    return {"title": "t", "grade": grade, "date": result.snapshot.date}


def proved(result, key, rank, *, reason=None):
    """An answer at a rank, with all the evidence it may need."""
    scales = {s.id: s for s in result.rubric.scales}
    criterion = next(c for c in result.rubric.criteria if c.id == key.criterion)
    value = str(scales[criterion.scale].by_rank[rank].value)
    answer = {"level": value, "evidence": list(FULL)}
    return answer | ({"reason": reason} if reason else {})
