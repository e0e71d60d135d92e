"""Fictional projects written as descriptors, and as members without answers."""

from typing import Any

from scalecheck.model.portfolio import Amount, Member, Setting, Support
from scalecheck.model.project import Confidentiality
from scalecheck.model.rubric import Rubric
from scalecheck.model.text import Text
from scalecheck.portfolio.generate.draft import Draft, Given, Helper, Place
from scalecheck.portfolio.layout import NOT_APPLICABLE, UNKNOWN


def descriptor_of(rubric: Rubric, draft: Draft, day: str) -> dict[str, Any]:
    """Write a project as the data of a descriptor, which `Project.model_validate` reads."""
    records: dict[str, Any] = {}
    answers: dict[str, Any] = {
        given.criterion: _answer_data(given, given.criterion, records) for given in draft.answers
    }
    settings, groups = None, {}
    for group, places in draft.places:
        found = {
            place.id: {
                g.criterion: _answer_data(g, f"{place.id}-{g.criterion}", records)
                for g in place.answers
            }
            for place in places
        }
        answers.update({group: found} if found else {})
        listed = [_place_data(place) for place in places]
        if any(one.id == group and one.of for one in rubric.groups):
            settings = listed
        else:
            groups[group] = listed
    snapshot = {"date": day, "kind": "consensus", "rubric": rubric.id, "answers": answers}
    return {
        **_context_data(draft),
        **({} if settings is None else {"settings": settings}),
        "groups": groups,
        "evidence": records,
        "assessments": [snapshot],
    }


def _context_data(draft: Draft) -> dict[str, Any]:
    language = draft.language.value
    aim = {"track": draft.track, "level": draft.aim.level, "by": draft.aim.by}
    said = {
        "organization": {language: draft.organization},
        "sector": draft.sector,
        "applicant": {"type": draft.applicant} if draft.applicant else None,
        "confidentiality": draft.confidentiality,
    }
    return {
        "format": "scalecheck/project@1",
        "id": draft.id,
        "title": {language: draft.title},
        "summary": {language: draft.summary},
        "language": language,
        "clientele": draft.clientele,
        "territory": draft.territory,
        "strategies": draft.strategies,
        "attributes": {name: [value] for name, value in draft.attributes},
        "ambition": {name: value for name, value in aim.items() if value},
        "funding": [_money_data(line) for line in draft.funding],
        "supporters": [_helper_data(helper, language) for helper in draft.supporters],
        **{name: value for name, value in said.items() if value},
    }


def _answer_data(given: Given, name: str, records: dict[str, Any]) -> Any:
    if given.level in UNKNOWN:
        return "unknown"
    if given.level in NOT_APPLICABLE:
        return {"not_applicable": given.reason}
    if not given.grade:
        return {"level": given.level}
    cited = [f"{name}-{number}" for number in range(1, given.records + 1)]
    dated = {"date": given.dated} if given.dated else {}
    records.update({one: {"title": {"fr": one}, "grade": given.grade, **dated} for one in cited})
    return {"level": given.level, "evidence": cited}


def _place_data(place: Place) -> dict[str, Any]:
    told = {name: [value] for name, value in place.attributes}
    return {"id": place.id, "title": {"fr": place.title}, "attributes": told}


def _money_data(line: Amount) -> dict[str, Any]:
    said = {"for": line.purpose, "to": line.recipient, "status": line.status}
    given = {name: value for name, value in said.items() if value}
    return {"year": line.year, "amount": line.amount, "currency": line.currency, **given}


def _helper_data(helper: Helper, language: str) -> dict[str, Any]:
    kind = {"kind": helper.kind} if helper.kind else {}
    told = {"functions": helper.functions, "stages": helper.stages}
    return {"title": {language: helper.title}, **kind, **told}


def member_of_draft(draft: Draft) -> Member:
    """Read a project as a member, without its answers: its texts, its facets and its money."""
    language = draft.language.value
    places = (place for _, some in draft.places for place in some)
    return Member(
        id=draft.id,
        title=_text(language, draft.title),
        language=draft.language,
        organization=_text(language, draft.organization),
        sector=draft.sector,
        clientele=draft.clientele,
        territory=draft.territory,
        applicant=draft.applicant,
        strategies=draft.strategies,
        track=draft.track,
        attributes={name: (value,) for name, value in draft.attributes},
        summary=_text(language, draft.summary),
        confidentiality=Confidentiality(draft.confidentiality or "internal"),
        funding=draft.funding,
        settings=tuple(Setting(place.id, _text("fr", place.title)) for place in places),
        supporters=tuple(
            Support(_text(language, one.title), one.kind, one.functions, (), one.stages)
            for one in draft.supporters
        ),
    )


def _text(language: str, words: str) -> Text:
    return Text.model_construct(**{language: words})
