"""The shipped JSON Schemas: drawn from the models, and as strict as the reader, no stricter."""

import json
import os
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pydantic import ValidationError

import scalecheck.model.schema
from scalecheck.model.base import Plain
from scalecheck.model.schema import MODELS, json_schema
from scalecheck.report.schema_words import say_schema
from scalecheck.source.document import parse

ROOT = Path(__file__).parents[2]
SHIPPED = Path(scalecheck.model.schema.__file__).parents[1] / "schemas"
KINDS = sorted(MODELS)


# YAML 1.2, core schema: what an editor makes of a scalar without quotes.
WORDS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
WHOLE = re.compile(r"[-+]?[0-9]+\Z")
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")


def typed(data):
    if isinstance(data, dict):
        return {str(key): typed(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [typed(value) for value in data]
    if not isinstance(data, Plain):
        return data
    if data in WORDS:
        return WORDS[data]
    if WHOLE.match(data):
        return int(data)
    return float(data) if NUMBER.match(data) else str(data)


def read(path):
    return parse(path.read_bytes(), str(path)).data


def kind_of(data):
    return data["format"].removeprefix("scalecheck/").removesuffix("@1")


FOLDERS = (
    "rubrics",
    "examples",
    "src/scalecheck/forms/templates",
    "src/scalecheck/lint/cases/base",
)


def said_schema(kind):
    return say_schema(json_schema(kind))


VALIDATORS = {kind: Draft202012Validator(said_schema(kind)) for kind in KINDS}
DOCUMENTS = {
    str(path.relative_to(ROOT)): data
    for folder in FOLDERS
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    if kind_of(data := {"format": "", **read(path)}) in KINDS
}


def schema_accepts(kind, data):
    return VALIDATORS[kind].is_valid(typed(data))


def model_accepts(kind, data):
    try:
        MODELS[kind].model_validate(data, context={"language": "fr"})
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("kind", KINDS)
def test_the_shipped_schema_is_the_one_the_models_give(kind):
    path = SHIPPED / f"{kind}-1.schema.json"
    drawn = json.dumps(said_schema(kind), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("SCALECHECK_WRITE_GOLDENS"):
        path.write_text(drawn, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == drawn


def test_nothing_else_is_shipped_beside_them():
    assert sorted(p.name for p in SHIPPED.iterdir()) == [f"{k}-1.schema.json" for k in KINDS]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_itself_valid(kind):
    Draft202012Validator.check_schema(said_schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_no_definition_is_empty_or_unused(kind):
    schema = said_schema(kind)
    used = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
    assert used == set(schema["$defs"])
    assert all(schema["$defs"].values())


def test_every_kind_of_document_is_shipped_at_least_once():
    assert {kind_of(data) for data in DOCUMENTS.values()} == set(KINDS)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_shipped_document_is_accepted(name):
    data = DOCUMENTS[name]
    errors = VALIDATORS[kind_of(data)].iter_errors(typed(data))
    assert [f"{e.json_path}: {e.message}" for e in errors] == []


RUBRIC = """
format: scalecheck/rubric@1
id: small
version: 0.1.0
languages: fr
title: Une grille
licence: CC-BY-4.0
x-own: {anything: [1, 2]}
sources: [{id: guide, title: Guide, licence: CC0, use: own-words}]
non_answers:
  unknown: bounds
  not_assessed: skip
  not_applicable: {reason: required, min_applicable: 60%}
  empty_level: blocks
attributes: [{id: 02, values: [yes, {id: no, title: Non}]}]
scales:
  - id: maturite
    source: guide
    levels:
      - {value: 0}
      - {value: 0.5, id: moitie, score: 1/3, above: 15%, evidence: documented}
      - {value: 1, evidence: {grade: verified, count: 2, newest_within: 2 years}}
evidence: {grades: [declared, {id: documented}, verified], max_age: 36 months}
groups: [{id: milieux, of: settings, attributes: [{id: role, values: [a, b]}], criteria: usage}]
dimensions:
  - id: besoin
    title: {fr: Besoin, en: Need}
    criteria:
      - id: ampleur
        title: Ampleur
        scale: maturite
        weight: 1/2
        anchors: {1: Oui}
        evidence: {least: {1: documented}}
        not_applicable: allowed
        applies_when: [{02: yes}, {sector: [sante, emploi]}]
        advice: {1: {do: Faire, who: Qui, months: [2, 4], proof: Note}}
      - {id: usage, title: Usage, scale: maturite}
      - id: adoption
        title: Adoption
        scale: maturite
        computed: {1: {in: milieux, where: {role: a}, at_least: 60%, meet: {usage: 1}}}
measures:
  - {id: bas, op: min, of: besoin, unknown: worst}
  - {id: rang, op: ladder, items: {1: ampleur, 2: [adoption]}, at: {item: 1, share: 100%}}
  - {id: moyenne, op: weighted-mean, of: [ampleur], weights: {ampleur: 2}, display: {digits: 2}}
  - id: case
    op: lookup
    of: ampleur
    table: {0: 1, 1: 2}
    monotone: no
    source: {id: guide, at: 3}
  - {id: plage, op: bands, of: moyenne, bands: [{id: bas-de-plage}, {id: haut, from: 0.5}]}
  - {id: plafond, op: cap, of: ampleur, at: 1, unless: {any_of: [{usage: 1}]}}
index_in_rules: {use: allowed, source: guide}
levels:
  - {value: 1, stage: debut, readiness: {label: Trop tôt}, requires: {ampleur: moitie}}
  - value: 2
    requires:
      all_of:
        - {at_least: all, of: {ampleur: 1}}
        - majority: {threshold: 0.7, profile: {ampleur: 1}, must: ampleur, veto: {ampleur: 0.5}}
        - {should: {adoption: 1}}
        - {answered: ampleur}
stages: [{id: debut, title: Début, phases: [{source: guide, title: Phase}]}]
tracks: [{id: local, title: Local, waives: [usage], ceiling: 1, readiness: {1: {label: Ici}}}]
strategies: [{id: replication, title: Réplication, fits_when: {02: no}, ready_when: {ampleur: 1}}]
"""

PROJECT = """
format: scalecheck/project@1
id: petit
title: Petit projet
territory: 02
clientele: [familles]
attributes: {visee: [a, b]}
confidentiality: public
ambition: {track: local, level: 1, by: 2029-12, at: {besoin: 1}}
applicant: {type: osbl}
funding: [{year: 2027, amount: 12000.50, currency: CAD, for: pilot}]
indicators: [{id: repas, title: Repas, baseline: 7.85, target: 1/3}]
settings: [{id: cpe, title: CPE, role: [a, b], status: using, count: 3, x-note: "n'importe quoi"}]
partners: [{title: Ville}]
groups: {composantes: [{id: une, critique: yes}]}
supporters: [{title: Table, functions: promote, rooted_in: []}]
evidence: {rapport: {title: Rapport, date: 2025-03, grade: documented, status: accepted}}
assessments:
  - date: 2026-10-15
    kind: self
    rubric: small
    rubric_version: 0.1
    assessor: {role: coordination, voices: cpe}
    context: {track: local, settings: [{id: cpe, role: a}]}
    answers:
      ampleur: moitie
      adoption: unknown
      besoin: {level: 1, evidence: rapport, note: Oui, reason: Parce que}
      autre: {between: [0, 0.5]}
      encore: {amount: 60%}
      absent: {not_applicable: "Sans objet"}
      ignore: {unknown: yes}
      milieux: {cpe: {usage: 1, capacite: {level: 2}}}
    plans: [{id: fin, by: 2028-06, answers: {ampleur: 1}}]
"""

TESTS = """
format: scalecheck/rubric-test@1
rubric: small
as_of: 2026-10-15
evidence: {rapport: {title: Rapport, grade: documented}}
tests:
  - {id: un, title: Un, given: {vector: 01, answers: {a: 1}}, expect: {level: none, blockers: [a]}}
  - id: deux
    title: Deux
    cases:
      - {id: b, title: B, given: {all: 4, omit: a, settings: [{id: c}]}, expect: {nodes: {a: 1}}}
"""

WORDS_LIST = """
format: scalecheck/vocabularies@1
id: ici
version: 1.0
languages: [fr, en]
sectors: [{id: 01, label: {fr: Un, en: One}, ages: no}]
"""

CALL = """
format: scalecheck/call@1
id: appel
title: Un appel
languages: fr
sources: [{id: guide, title: Guide, licence: CC0, use: own-words, url: "https://example.org"}]
rubric: small
rubric_version: ">=0.1, <0.2"
attributes: [{id: volet, values: [a, {id: b, title: B}]}]
gates:
  - {id: g1, severity: fail, require: {niveau: 4, ampleur: moitie}, wording: Oui, source: guide}
  - {id: g2, severity: warning, when: {volet: [a, b]}, at_most: {level: 2}, wording: Oui}
  - {id: g3, severity: fail, plan: fin, gain: {niveau: 1}, wording: Oui, source: {id: guide}}
  - id: g4
    severity: fail
    when: [{volet: a}, {sector: sante}]
    holds: {applicant: osbl}
    wording: Oui
  - {id: g5, severity: info, wording: Oui, notes: Rappel, x-own: 1}
"""

UPGRADE = """
format: scalecheck/upgrade@1
from: {rubric: small, version: 0.1.0, file: small-0.1.0.yaml}
to: {rubric: small, version: 0.2.0}
languages: fr
title: De 0.1 à 0.2
notes: Rien de plus
carry: [ampleur, besoin]
map:
  adoption: {from: usage, levels: {0: 0, moitie: [0, 1], 1: 1}, note: Un niveau de moins}
  appui: {from: [appui-local, appui-regional], note: Le plus bas des deux}
ask: {preuve: Nouveau critère}
drop: {capacite: Nul ne le lit}
"""

SHEET = """
format: scalecheck/answers@1
rubric: small
rubric_version: 0.1.0
fingerprint: abc
project: mon-projet
title: Mon projet
language: fr
organization: Un organisme
date: 2026-10-15
kind: consensus
assessor: {role: coordination, organization: OBNL, voices: [a]}
context: {track: scale, settings: [{id: a, status: using}]}
note: Une note
attributes: {sante: yes}
settings: [{id: a, title: Lieu, role: trial}]
groups: {volets: [{id: b}]}
evidence: {p1: {title: Un rapport, grade: declared}}
still_valid: {p1: yes}
answers: {besoin: 1, usage: {between: [0, 1], evidence: p1}, lieux: {a: {usage: 1}}}
"""

MAPPING = """
format: scalecheck/mapping@1
rubric: small
rubric_version: 0.1.0
language: fr
notes: Une note
shape: long
sheet: Feuille1
header: 2
columns: [{column: Nom, as: title}, {column: Réponse, as: level, values: {Oui: yes, 3: 2}}]
values: {S. O.: n/a}
ignored: [Courriel]
"""

SMALL = {
    "answers": SHEET,
    "mapping": MAPPING,
    "rubric": RUBRIC,
    "project": PROJECT,
    "rubric-test": TESTS,
    "vocabularies": WORDS_LIST,
    "call": CALL,
    "upgrade": UPGRADE,
}


def small(kind):
    document = parse(SMALL[kind].encode(), kind)
    assert document.diagnostics == ()
    return document.data


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_with_every_short_form_is_accepted_by_both(kind):
    assert model_accepts(kind, small(kind))
    assert schema_accepts(kind, small(kind))


def places(data, path=()):
    """Every place of a document that is not the author's own."""
    parts = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in parts if isinstance(data, dict | tuple) else ():
        if not str(key).startswith("x-"):
            yield (*path, key)
            yield from places(value, (*path, key))


def changed(data, path, change):
    """A copy of a document with one place changed."""
    if not path:
        return change(data)
    first, *rest = path
    if isinstance(data, dict):
        made = {k: changed(v, rest, change) if k == first else v for k, v in data.items()}
        return {k: v for k, v in made.items() if v is not GONE}
    made = [changed(v, rest, change) if n == first else v for n, v in enumerate(data)]
    return tuple(v for v in made if v is not GONE)


GONE = object()
CHANGES = {
    "gone": lambda _: GONE,
    "a list": lambda _: (Plain("un"), ("deux",)),
    "an empty list": lambda _: (),
    "a mapping": lambda _: {"clé inconnue": Plain("un")},
    "an empty mapping": lambda _: {},
    "a sentence": lambda _: "Une phrase, avec des espaces!",
    "a blank": lambda _: "  ",
    "a number": lambda _: Plain("-12.5"),
    "an unknown key": lambda v: {**v, "unknown_key": Plain("1")} if isinstance(v, dict) else v,
    "its own key": lambda v: {**v, "x-own": ({"a": "b"},)} if isinstance(v, dict) else v,
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_models_agree_on_every_document_that_is_one_change_away(kind, change):
    document = small(kind)
    told = []
    for path in places(document):
        if "table" in path:  # its shape depends on its axes: the check refuses it, not the model
            continue
        mutant = changed(document, path, CHANGES[change])
        if schema_accepts(kind, mutant) != model_accepts(kind, mutant):
            told.append(".".join(map(str, path)))
    assert told == []
