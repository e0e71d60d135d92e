"""What fictional projects say of themselves: a title, a summary and names, in two languages."""

from typing import NamedTuple

from scalecheck.model.language import Language
from scalecheck.portfolio.generate.dice import Dice
from scalecheck.portfolio.generate.phrases import Phrase, phrases, slot_for, words_of

WHOLE = ("people", "season")  # slots filled by one fragment
HALVED = ("crew", "manner", "finding", "plan", "cost")  # by two, so that texts seldom agree
SENTENCES = ("sentence.1", "sentence.2", "sentence.3", "sentence.4", "sentence.5")
PARTNERS = ("partner1", "partner2", "partner3")
HIGHEST = 2_000  # figures in summaries go up to this


class Story(NamedTuple):
    """A title, a summary, and the organisation that tells it."""

    title: Phrase
    summary: Phrase
    organization: Phrase


def place_name(dice: Dice) -> Phrase:
    """Name a place that does not exist; the same in both languages."""
    parts = (dice.pick(phrases()[f"place.{part}"]).fr for part in ("first", "second"))
    name = "-".join(parts)
    return Phrase(name, name)


def tell(dice: Dice, sector: str) -> Story:
    """Tell what a project of a sector does."""
    parts = {slot: dice.pick(phrases()[slot]) for slot in WHOLE}
    parts.update((slot, _halves(dice, slot)) for slot in HALVED)
    parts.update((slot, local_name(dice, "setting")) for slot in PARTNERS)
    for slot in ("thing", "need", "action"):
        parts[slot] = dice.pick(slot_for(slot, sector))
    parts["place"] = place_name(dice)
    for slot in ("count", "count2"):
        number = str(dice.whole(3, HIGHEST))
        parts[slot] = dice.pick(phrases()["count"]).fill(n=Phrase(number, number))
    sentences = [dice.pick(phrases()[slot]).fill(**parts).as_sentence() for slot in SENTENCES]
    title = dice.pick(phrases()["title"]).fill(**parts).as_sentence()
    summary = Phrase(*(" ".join(texts) for texts in zip(*sentences, strict=True)))
    return Story(title, summary, organization_name(dice))


def _halves(dice: Dice, slot: str) -> Phrase:
    first, second = (dice.pick(phrases()[f"{slot}.{half}"]) for half in ("first", "second"))
    return Phrase(f"{first.fr} {second.fr}", f"{first.en} {second.en}")


def organization_name(dice: Dice) -> Phrase:
    """Name an organisation that does not exist: a form, a name and a place."""
    name = dice.pick(phrases()["name"]).fr + " " + dice.pick(phrases()["place.second"]).fr
    return dice.pick(phrases()["organization"]).fill(name=Phrase(name, name))


def local_name(dice: Dice, slot: str) -> Phrase:
    """Name a setting or a supporter that does not exist, after its place."""
    return dice.pick(phrases()[slot]).fill(place=place_name(dice))


def edit(dice: Dice, text: str, share: float, language: Language) -> str:
    """Change this share of the words of a text: most replaced, some left out, some added."""
    words = text.split(" ")
    chosen = dice.sample(range(len(words)), round(share * len(words)))
    pool = words_of(language)
    for position in chosen:
        turn, other = dice.between(0, 1), dice.pick(pool)
        if turn < 0.6:
            words[position] = other
        else:
            words[position] = "" if turn < 0.8 else f"{words[position]} {other}"
    return " ".join(filter(None, words))
