"""Write the page: every question and its levels, one style, one script, the opening sheet."""

import json
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

from scalecheck.forms.page.carried import carry, carry_json
from scalecheck.forms.page.said import Said, lang_of
from scalecheck.forms.page.speech import Speech
from scalecheck.forms.page.told import words_of
from scalecheck.forms.questionnaire import Question, Questionnaire
from scalecheck.forms.sheet_json import write_sheet
from scalecheck.forms.templating import render
from scalecheck.language import catalogue
from scalecheck.model.language import Language
from scalecheck.model.snapshot import Kind
from scalecheck.model.vocabularies import Word

_HERE = Path(__file__).parent
STYLES = ("colours", "page", "questions", "print")
# In the order that they build on one another; together they are one function.
SCRIPTS = (
    *("text", "fields", "answer", "evidence", "instances", "sheet"),
    *("check", "check-answers", "import", "storage", "progress", "actions", "start"),
)


def write(asked: Questionnaire, languages: tuple[Language, ...]) -> bytes:
    """Write a questionnaire as one HTML page, in UTF-8.

    The page asks for nothing from anywhere. Without a script it can be printed and filled by
    hand; with one it keeps what is answered, in the browser, and gives it back as a file.

    Args:
        asked: what is asked, and what the page opens with.
        languages: one, or two that can be switched; the page opens in the first.

    Returns:
        The page; the same questionnaire and languages give the same bytes.
    """
    return render(_HERE / "layout", "page.html.j2", **_given(asked, languages)).encode()


def _given(asked: Questionnaire, languages: tuple[Language, ...]) -> dict[str, object]:
    speech = Speech(asked, languages)
    script, style = _joined("script", "js", SCRIPTS), _joined("style", "css", STYLES)
    named = speech.text(asked.sheet.title) or speech.text(asked.rubric.title)
    return {
        "asked": asked,
        "speech": speech,
        "say": speech.say,
        "lang": lang_of(languages[0]),
        "switch": _switch(languages),
        "name": named,
        "title": speech.say("page.title", title=named),
        "rubric": speech.text(asked.rubric.title),
        "owner": speech.text(asked.sheet.organization),
        "contents": tuple(_contents(asked, speech)),
        "kinds_of_voice": tuple(kind.value for kind in Kind),
        **_lists(asked, speech),
        "conditions": _conditions,
        "last_note": lambda one, instance: _last_note(asked, speech, one, instance),
        "policy": _policy(script, style),
        "script": Markup(script),
        "style": Markup(style),
        "sheet": carry_json(write_sheet(asked.sheet)),
        "words": carry({language: words_of(language) for language in languages}),
    }


@cache
def _joined(folder: str, kind: str, names: tuple[str, ...]) -> str:
    files = (_HERE / folder / f"{name}.{kind}" for name in names)
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return f'\n(() => {{\n"use strict";\n{text}}})();\n' if kind == "js" else f"\n{text}"


def _policy(script: str, style: str) -> str:
    """Allow the one script and the one style of the page, and nothing else."""
    allowed = {"script-src": script, "style-src": style}
    hashes = (f"{name} 'sha256-{_hash(text)}'" for name, text in allowed.items())
    closed = ("base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'")
    return "; ".join(("default-src 'none'", *hashes, *closed, "trusted-types 'none'"))


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _switch(languages: tuple[Language, ...]) -> tuple[str, ...]:
    """The button that switches: the language it leads to and its name, then the other way."""
    if len(languages) < 2:
        return ()
    names = [catalogue.say("form_page.page.name", language) for language in languages]
    return (lang_of(languages[1]), names[1], names[0], lang_of(languages[0]))


def _contents(asked: Questionnaire, speech: Speech) -> Iterator[tuple[str, Said]]:
    yield "sitting", speech.say("sitting.title")
    if asked.fields:
        yield "facts", speech.say("facts.title")
    for part in asked.parts:
        yield f"part:{part.id}", speech.title(part.id, part.title)
    for group in asked.groups:
        yield f"part:{group.id}", speech.title(group.id, group.title)
    yield "records", speech.say("record.title")
    yield "finish", speech.say("finish.title")


def _lists(asked: Questionnaire, speech: Speech) -> dict[str, object]:
    lists = asked.lists
    grades = tuple((one.id, speech.title(one.id, one.title)) for one in lists.grades)
    texts = tuple(speech.text(one.description or one.notes) for one in lists.grades)
    described = tuple((name, text) for (_, name), text in zip(grades, texts, strict=True) if text)
    return {
        "grades": grades,
        "described": described,
        "kinds": tuple(_options(lists.kinds, speech)),
        "issuers": tuple(_options(lists.issuers, speech)),
    }


def _options(words: tuple[Word, ...], speech: Speech) -> Iterator[tuple[str, Said]]:
    for word in words:
        yield word.id, speech.title(word.id, word.label)


def _conditions(question: Question) -> str:
    """Write a condition for the script: a list of cases, each a mapping of lists."""
    cases = [{name: list(v) for name, v in case.root.items()} for case in question.applies_when]
    return json.dumps(cases, sort_keys=True)


def _last_note(
    asked: Questionnaire, speech: Speech, question: Question, instance: str | None
) -> Said | None:
    answer = asked.last_given(question.id, instance)
    return speech.text(answer.note) if answer is not None else None
