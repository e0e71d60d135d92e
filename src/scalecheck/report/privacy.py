"""What a report holds back: names behind neutral labels, and small counts.

Redaction transforms the assessment before any view is built, so that nothing has to be withheld
later. Titles of the project, of settings and other instances, of organisations, partners,
supporters, records and indicators become labels that stay the same through one document
("Milieu A", "Organisation 1"); summaries, notes, written reasons, places of records and the
attributes of settings that the rubric does not declare are left out. Levels, proofs, gaps and
amounts stay. The bytes of the inputs are named no more, since a hash can be compared; the project
is named by a hash of what is left, so that two of them have files of their own.

Small counts: an indicator that is neither money nor a share, and the number of settings that one
entry stands for, are printed as "fewer than 5" where they are above 0 and under the threshold.
Zero is printed: it points at nobody. Shares and amounts are printed as they are.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.assessment import Assessment
from scalecheck.model.facts import Fact, Remark
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.project import Evidence, Indicator, Partner, Project, Supporter
from scalecheck.model.snapshot import Assessor, Snapshot
from scalecheck.model.text import Text
from scalecheck.report.provenance import Provenance
from scalecheck.report.result import render_json

_ALWAYS_SAID = ("role", "type", "status")
_UNLISTED = "?"


class Labels(NamedTuple):
    """The labels of one document, by id or, for organisations, by the words they replace."""

    instances: Mapping[str, Text]
    organizations: Mapping[str, str]
    records: Mapping[str, str]


def redact(assessments: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """Replace what names people's organisations and places, alike in all these assessments.

    Args:
        assessments: of one project, in any order, at least one; the labels follow their order.
    """
    labels = _labels(assessments)
    hidden = tuple(_redact(one, labels) for one in assessments)
    name = {"id": f"redacted-{_mark(hidden[0])}"}
    return tuple(one._replace(project=one.project.model_copy(update=name)) for one in hidden)


def _mark(found: Assessment) -> str:
    """Tell a redacted project from another by what is left of it, and by nothing else."""
    left = render_json(found, Provenance("", "", "", "", ""))
    return hashlib.sha256(left.encode()).hexdigest()[:8]


def redact_provenance(provenance: Provenance | None) -> Provenance | None:
    """Leave out what points at the project's file."""
    return provenance and provenance._replace(project_hash="", project_file="")


def _labels(assessments: Sequence[Assessment]) -> Labels:
    settings = dict.fromkeys(i.id for one in assessments for i in one.project.settings or ())
    every = dict.fromkeys(name for one in assessments for name in _instances(one))
    others = [name for name in every if name not in settings]
    instances = {name: _text("setting", letters(n)) for n, name in enumerate(settings)}
    instances |= {name: _text("instance", letters(n)) for n, name in enumerate(others)}
    named = dict.fromkeys(name for one in assessments for name in _organizations(one))
    organizations = {name: f"Organisation {n}" for n, name in enumerate(named, 1)}
    records = dict.fromkeys(name for one in assessments for name in _records(one))
    return Labels(instances, organizations, {r: str(n) for n, r in enumerate(records, 1)})


def _instances(found: Assessment) -> Iterator[str]:
    """Every instance that may be named, listed or not."""
    project = found.project
    yield from (one.id for group in project.groups.values() for one in group)
    yield from (entry.id for entry in found.snapshot.context.settings or ())
    yield from (name for listed in found.instances.values() for name in listed or ())
    yield from (key.instance for key in found.facts if key.instance not in ("", _UNLISTED))
    yield from found.snapshot.assessor.voices
    yield from (name for one in project.supporters for name in one.rooted_in)


def _organizations(found: Assessment) -> Iterator[str]:
    organization, assessor = found.project.organization, found.snapshot.assessor
    if organization is not None:
        yield from filter(None, (organization.fr or organization.en,))
    yield from filter(None, (assessor.organization, assessor.reader))


def _records(found: Assessment) -> Iterator[str]:
    yield from found.project.evidence
    yield from (record.id for fact in found.facts.values() for record in fact.records)


def letters(number: int) -> str:
    """Name a place in a list: A to Z, then AA, AB and so on."""
    found = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _text(kind: str, mark: str) -> Text:
    said = {f"{spoken}": say(f"pages.label.{kind}", spoken, mark=mark) for spoken in Language}
    return Text(**said)


def _redact(found: Assessment, labels: Labels) -> Assessment:
    return found._replace(
        project=_project(found.project, labels),
        snapshot=_snapshot(found.snapshot, labels),
        facts={key: _fact(fact, labels) for key, fact in found.facts.items()},
        remarks=tuple(_remark(remark, labels) for remark in found.remarks),
    )


def _project(project: Project, labels: Labels) -> Project:
    organization = project.organization
    known = organization and (organization.fr or organization.en)
    stray = tuple(Instance(id=name, title=title) for name, title in labels.instances.items())
    settings = project.settings
    update: dict[str, object] = {
        "id": "redacted",
        "title": _text("project", ""),
        "organization": Text(**dict.fromkeys(("fr", "en"), labels.organizations[known]))
        if known
        else None,
        "summary": None,
        "notes": None,
        "funding": tuple(one.model_copy(update={"note": None}) for one in project.funding),
        "indicators": tuple(_indicators(project.indicators)),
        "settings": None if settings is None else tuple(_settings(settings, labels)),
        "partners": tuple(_partners(project.partners)),
        "groups": {"redacted": stray},
        "supporters": tuple(_supporters(project.supporters)),
        "evidence": {labels.records[k]: _record(k, v, labels) for k, v in project.evidence.items()},
        "assessments": tuple(_snapshot(one, labels) for one in project.assessments),
    }
    return project.model_copy(update=update)


def _settings(settings: Iterable[Instance], labels: Labels) -> Iterator[Instance]:
    for one in settings:
        kept = {k: v for k, v in one.attributes.items() if k in _ALWAYS_SAID}
        title = labels.instances[one.id]
        yield one.model_copy(update={"title": title, "note": None, "attributes": kept})


def _indicators(indicators: Iterable[Indicator]) -> Iterator[Indicator]:
    for number, one in enumerate(indicators, 1):
        title = _text("indicator", str(number))
        yield one.model_copy(update={"title": title, "note": None, "unit": _unit(one.unit)})


def _unit(unit: str | None) -> str | None:
    return unit if unit in ("CAD", "%") else None


def _partners(partners: Iterable[Partner]) -> Iterator[Partner]:
    for number, one in enumerate(partners, 1):
        yield one.model_copy(update={"title": _text("partner", str(number)), "note": None})


def _supporters(supporters: Iterable[Supporter]) -> Iterator[Supporter]:
    for number, one in enumerate(supporters, 1):
        yield one.model_copy(update={"title": _text("supporter", str(number)), "note": None})


def _record(name: str, one: Evidence, labels: Labels) -> Evidence:
    title = _text("record", labels.records[name])
    return one.model_copy(update={"title": title, "where": None, "note": None})


def _snapshot(snapshot: Snapshot, labels: Labels) -> Snapshot:
    assessor, names = snapshot.assessor, labels.organizations
    told = Assessor(
        organization=names.get(assessor.organization or ""),
        voices=assessor.voices,
        reader=names.get(assessor.reader or ""),
    )
    plans = tuple(plan.model_copy(update={"title": None, "answers": {}}) for plan in snapshot.plans)
    context = snapshot.context
    if context.settings is not None:
        entries = (
            one.model_copy(
                update={
                    "attributes": {k: v for k, v in one.attributes.items() if k in _ALWAYS_SAID}
                }
            )
            for one in context.settings
        )
        context = context.model_copy(update={"settings": tuple(entries)})
    update: dict[str, object] = {
        "assessor": told,
        "context": context,
        "note": None,
        "answers": {},
        "plans": plans,
    }
    return snapshot.model_copy(update=update)


def _fact(fact: Fact, labels: Labels) -> Fact:
    records = tuple(r._replace(id=labels.records[r.id]) for r in fact.records)
    return fact._replace(records=records, reason=None, path=())


def _remark(remark: Remark, labels: Labels) -> Remark:
    """Name no instance and no record that the project does not list."""
    unlisted = remark.code == "unlisted-instance"
    facts = tuple(
        (name, "…" if unlisted else labels.records.get(value, value))
        for name, value in remark.facts
    )
    return remark._replace(facts=facts, path=())
