"""The drop-down lists of the workbook, made from the questions and from the closed lists."""

from collections.abc import Iterator, Sequence

from scalecheck.forms.excel.plan import Choices, Entry
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.questionnaire import Choice, FactField, Question
from scalecheck.language import catalogue
from scalecheck.model.language import Language
from scalecheck.model.policies import Grade
from scalecheck.model.snapshot import Kind
from scalecheck.model.text import Text

UNKNOWN, NOT_APPLICABLE = "?", "-"  # no level is named so: its value is a number
YES, NO = "yes", "no"
_BRIEF = 64  # characters of a description that a line of a list holds


def answers(question: Question, grades: tuple[Grade, ...], speech: Speech) -> Choices:
    """List what a question may be answered: its levels, then unknown and not applicable."""
    levels = [_level(one, grades, speech) for one in question.choices]
    said = [_join(entry.short, entry.says) for entry in levels]
    nexts = [*said[1:], speech.say("answers.top")]
    ranked = tuple(one._replace(next=next_) for one, next_ in zip(levels, nexts, strict=True))
    return Choices(f"answer:{question.id}", (*ranked, *_others(question, speech)), len(ranked))


def _level(choice: Choice, grades: tuple[Grade, ...], speech: Speech) -> Entry:
    label = speech.title(choice.label, choice.id or "")
    short = f"{choice.value} · {label}" if label else choice.value
    text, link = short, "\u00a0: " if label and speech.main is Language.FR else ": "
    if choice.anchor is not None and len(speech.languages) == 1:
        text += (link if label else " · ") + brief(speech.title(choice.anchor))
    elif choice.anchor is not None and not label:
        text += f" · {brief(speech.title(choice.anchor))}"
    says = _join(speech.text(choice.anchor), speech.need(choice.need, grades))
    names = (choice.value, choice.id or "", f"{choice.value} {choice.id}")
    return Entry(choice.value, text, short, says, names=(*names, *_spellings(choice)))


def _spellings(choice: Choice) -> Iterator[str]:
    for text in (choice.label, choice.anchor):
        for said in (text.fr, text.en) if text is not None else ():
            if said:
                yield from (said, f"{choice.value} {said}")


def _others(question: Question, speech: Speech) -> Iterator[Entry]:
    yield _word(UNKNOWN, "unknown", speech)
    if question.may_be_not_applicable:
        yield _word(NOT_APPLICABLE, "not-applicable", speech)


def _word(value: str, key: str, speech: Speech) -> Entry:
    """Make a line of words of ours: other spellings stand in the table, between bars."""
    text = speech.say(f"answers.{key}")
    says = speech.tell(f"answers.{key}-says")
    spellings = [
        name.strip() for one in Language
        for said in (f"answers.{key}", f"answers.{key}-also")
        for name in catalogue.say(f"excel_form.{said}", one).split("|")
    ]  # fmt: skip
    return Entry(value, text, text, says, names=tuple(spellings))


def brief(text: str, most: int = _BRIEF) -> str:
    """Give the beginning of a text, cut at a word, with an ellipsis; the whole stands beside."""
    if len(text) <= most:
        return text
    head = text[:most]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:") + "…"


def facts(field: FactField, speech: Speech) -> Choices | None:
    """List the values of a fact; None where any word will do."""
    if not field.options:
        return None
    pairs = [(option.id, option.title) for option in field.options]
    return words(f"fact:{field.id}", pairs, speech)


def words(name: str, pairs: Sequence[tuple[str, Text | None]], speech: Speech) -> Choices:
    """List words, each by its title; the second of two that read alike shows its name too."""
    taken: set[str] = set()
    entries = []
    for value, title in pairs:
        text = speech.title(title, value)
        text = f"{text} ({value})" if text in taken else text
        taken.add(text)
        also = (value, *(said for said in (title.fr, title.en) if said)) if title else (value,)
        entries.append(Entry(value, text, text, names=(*also, *_plain(value))))
    return Choices(name, tuple(entries))


def _plain(value: str) -> tuple[str, ...]:
    """Other ways of writing yes and no, those of Excel included."""
    if value not in (YES, NO):
        return ()
    also = (catalogue.say(f"excel_form.word.{value}-also", one) for one in Language)
    return tuple(name.strip() for said in also for name in said.split("|"))


def flags(speech: Speech) -> Choices:
    """List yes and no."""
    entries = (
        Entry(v, speech.say(f"word.{v}"), speech.say(f"word.{v}"), names=(v, *_plain(v)))
        for v in (YES, NO)
    )
    return Choices("flag", tuple(entries))


def kinds(speech: Speech) -> Choices:
    """List whose voice an assessment may be."""
    said = {kind: speech.say(f"kind.{kind}") for kind in Kind}
    names = {
        kind: [catalogue.say(f"excel_form.kind.{kind}", one) for one in Language] for kind in Kind
    }
    return Choices(
        "kind", tuple(Entry(k, text, text, names=(k, *names[k])) for k, text in said.items())
    )


def _join(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
