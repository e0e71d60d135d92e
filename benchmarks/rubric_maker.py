"""Make rubrics to measure with: some 10 KB each, in two languages, all different, all valid.

`make_rubric(number)` always gives the same text for the same number. Majorities, vetoes, nested
rules, groups, measures and evidence are in every one, in proportions that change; one in ninety
has two anchors that say the same thing, for a finding to show now and then.
"""

import random
from collections.abc import Iterator, Mapping, Sequence

from rubric_words import ANCHORS, GRADES, LABELS, TOPICS, TWIN_EVERY, WEIGHTS, Pair


def make_rubric(number: int) -> str:
    """Make the text of one rubric; the number decides everything in it."""
    chance = random.Random(number)
    topics = chance.sample(TOPICS, 6)
    names = [name for name, _, _ in topics]
    weights = dict(zip(names, chance.sample(WEIGHTS, len(WEIGHTS)), strict=False))
    top = chance.choice((3, 3, 3, 3, 4))
    parts = (
        _head(number, chance),
        _scale(top),
        _group(names[-1]),
        *_dimensions(topics, top, number, chance),
        _measures(names, weights, chance),
        _levels(names, weights, top, chance),
        _end(names),
    )
    return "".join(parts)


def _text(pair: Pair, **facts: object) -> str:
    french, english = (text.format(**facts) if facts else text for text in pair)
    return f'{{fr: "{french}", en: "{english}"}}'


def _head(number: int, chance: random.Random) -> str:
    year, age = chance.randrange(2012, 2026), chance.choice((24, 36, 48))
    return f"""format: scalecheck/rubric@1
id: grille-{number}
version: {chance.randrange(0, 4)}.{chance.randrange(1, 9)}.0
languages: [fr, en]
title: {_text(("Grille de mesure no {n}", "Measuring rubric no. {n}"), n=number)}
licence: CC-BY-4.0
sources:
  - id: cahier
    title: "Cahier de travail no {number} ({year})"
    url: "https://example.org/cahier/{number}"
    licence: CC-BY-4.0
    use: own-words
non_answers:
  unknown: bounds
  not_assessed: bounds
  not_applicable: {{reason: required, min_applicable: {chance.choice((50, 60, 75))}%}}
  empty_level: blocks
evidence: {{grades: [declared, documented, verified, independent], max_age: {age} months}}
"""


def _scale(top: int) -> str:
    levels = "".join(
        f"      - {{value: {value}, label: {_text(LABELS[value])}{GRADES[value]}}}\n"
        for value in range(top + 1)
    )
    return f"scales:\n  - id: maturite\n    direction: up\n    levels:\n{levels}"


def _group(name: str) -> str:
    return f"""groups:
  - id: milieux
    title: {_text(("Milieux preneurs", "Adopter settings"))}
    of: settings
    attributes: [{{id: role, values: [initiator, trial, integrator]}}]
    criteria: [{name}]
"""


def _dimensions(
    topics: Sequence[tuple[str, str, str]], top: int, number: int, chance: random.Random
) -> Iterator[str]:
    cut = chance.choice((2, 3))
    yield "dimensions:\n"
    for position, (name, *topic) in enumerate(topics):
        if position in (0, cut):
            letter = "a" if position == 0 else "b"
            title = _text((f"Famille {letter}", f"Family {letter}"))
            yield f"  - id: famille-{letter}\n    title: {title}\n    criteria:\n"
        is_twin = position == 1 and number % TWIN_EVERY == 0
        yield _criterion(name, (topic[0], topic[1]), top, chance, is_twin)


def _criterion(name: str, topic: Pair, top: int, chance: random.Random, is_twin: bool) -> str:
    facts = {"fr": topic[0], "en": topic[1], "months": chance.choice((6, 12, 18, 24))}
    pairs = [chance.choice(ANCHORS[value]) for value in range(top + 1)]
    if is_twin:
        pairs[2] = pairs[1]
    anchors = "".join(
        f"          {value}: {_text(pair, **facts)}\n" for value, pair in enumerate(pairs)
    )
    title = _text((f"{topic[0][0].upper()}{topic[0][1:]}", f"{topic[1][0].upper()}{topic[1][1:]}"))
    question = ("Où en est {fr} dans les milieux rencontrés?", "Where does {en} stand today?")
    return f"""      - id: {name}
        title: {title}
        question: {_text(question, **facts)}
        scale: maturite
        source: {{id: cahier, at: "p. {chance.randrange(3, 90)}"}}
        effort: {chance.choice((1, 2, 3))}
        anchors:
{anchors}        evidence:
          examples: {_text(("Compte rendu; note datée", "Minutes; dated note"))}
"""


def _measures(names: Sequence[str], weights: Mapping[str, int], chance: random.Random) -> str:
    asked = ", ".join(names[:-1])
    some = ", ".join(chance.sample(names[:-1], 3))
    return f"""measures:
  - {{id: plus-bas, title: {_text(("Plus bas niveau", "Lowest level"))}, op: min, of: [{asked}]}}
  - {{id: mediane, title: {_text(("Niveau médian", "Median level"))}, op: median, of: [{some}]}}
  - id: indice
    title: {_text(("Indice pondéré, à titre indicatif", "Weighted index, as an indication"))}
    op: weighted-mean
    of: [{asked}]
    weights: {_mapping(weights)}
    display: {{digits: 1, rounding: half-up}}
"""


def _levels(
    names: Sequence[str], weights: Mapping[str, int], top: int, chance: random.Random
) -> str:
    asked, instance = names[:-1], names[-1]
    first, second, third = chance.sample(asked, 3)
    share = chance.choice((60, 70))
    once = dict.fromkeys(asked, 1)
    twice, thrice = (dict.fromkeys(asked, level) for level in (2, top))
    group = "{in: milieux, where: {role: integrator}, at_least: 1, meet: %s}"
    others = "{in: milieux, where: {role: [trial, integrator]}, at_least: 2, meet: %s}"
    rules = (
        _mapping({first: 1, second: 1}),
        _majority(once, weights, share, f"must: [{first}]"),
        f"{{any_of: [{{{first}: 2, {third}: 2}}, {{at_least: 3, of: {_mapping(twice)}}}]}}",
        f"{{all_of: [{{{first}: 2, {second}: 2}}, "
        f"{_majority(twice, weights, 70, f'veto: {{{third}: 1}}')}]}}",
        f"{{all_of: [{_mapping(twice)}, {group % _mapping({instance: 2})}]}}",
        f"{{all_of: [{_mapping(thrice)}, {others % _mapping({instance: top})}]}}",
    )
    written = "".join(_level(value, rule) for value, rule in enumerate(rules, 1))
    return f"headline: ladder\nlevels:\n{written}"


def _level(value: int, rule: str) -> str:
    name = (f"Palier {value} de la démarche", f"Step {value} of the approach")
    stage = ("depart", "essai", "partage")[(value - 1) // 2]
    return f"""  - value: {value}
    stage: {stage}
    name: {_text(name)}
    requires: {rule}
"""


def _mapping(values: Mapping[str, int]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in values.items()) + "}"


def _majority(profile: Mapping[str, int], weights: Mapping[str, int], share: int, more: str) -> str:
    terms = f"threshold: {share}%, profile: {_mapping(profile)}, weights: {_mapping(weights)}"
    return f"{{majority: {{{terms}, {more}}}}}"


def _end(names: Sequence[str]) -> str:
    return f"""stages:
  - {{id: depart, title: {_text(("Départ", "Start"))}}}
  - {{id: essai, title: {_text(("Essai", "Trial"))}}}
  - {{id: partage, title: {_text(("Partage", "Sharing"))}}}
tracks:
  - {{id: echelle, title: {_text(("Mise à l’échelle", "Scaling"))}}}
  - id: local
    title: {_text(("Ancrage local", "Staying local"))}
    waives: [{names[-1]}]
    ceiling: 4
"""
