"""Blocks as data for the template: what each says. Drawings and tables are in `figures.py`."""

from scalecheck.report.blocks import (
    Block,
    Break,
    Card,
    Cards,
    Deed,
    Deeds,
    Fields,
    Grid,
    Heading,
    Items,
    Ladder,
    Notice,
    Paragraph,
    Title,
    Verdict,
)
from scalecheck.report.typst.figures import tell_grid, tell_ladder, tell_plane
from scalecheck.report.typst.letters import is_said
from scalecheck.report.typst.words import Json, Teller
from scalecheck.report.view.plane import Plane

NOTHING: Json = {"b": "nothing"}

_FACTS, _FACT = 8, 60
_LABEL = 15.0  # em: the widest column of labels
_LETTER = 0.57
_BESIDE = 120  # letters: a longer label stands above
_KEPT_WHOLE = 700  # letters: what is longer may go on overleaf


def tell_title(title: Title, teller: Teller) -> Json:
    """Tell the head of the report; its title is the first heading."""
    head = {"t": teller.text(title.title)["t"], "level": 1} | teller.tongue(title.lang)
    kicker, about = teller.text(title.kicker), teller.text(title.about)
    if not is_said(title.title):
        head["t"] = [""]
    return {"b": "title", "kicker": kicker, "heading": head, "about": about}


def tell_heading(heading: Heading, depth: int, teller: Teller, *, is_first: bool) -> Json:
    """Tell a heading at a depth that skips none; links find the first of each place."""
    if not is_said(heading.text):
        return NOTHING
    told: Json = {"b": "heading", "t": teller.text(heading.text)["t"], "level": depth}
    if heading.place and is_first:
        told["place"] = teller.place(heading.place)
    return told | teller.tongue(heading.lang)


def are_short(fields: Fields) -> bool:
    """Tell whether facts fit side by side."""
    return len(fields.rows) <= _FACTS and all(
        len(text) <= _FACT for label, cell in fields.rows for text in (label, cell.text)
    )


def tell_facts(fields: Fields, teller: Teller) -> Json:
    """Tell facts to be set side by side, as under a title."""
    return _fields(fields, teller) | {"facts": True}


def tell_block(block: Block, teller: Teller) -> Json:
    """Tell a block that stands on its own: nothing, where it says nothing."""
    match block:
        case Paragraph():
            return _paragraph(block, teller)
        case Grid() | Ladder() | Plane():
            return _figure(block, teller)
        case Items() | Fields() | Cards() | Deeds():
            return _list(block, teller) if any(block) and block[0] else NOTHING
        case Verdict() | Notice():
            return _framed(block, teller)
        case Title() | Heading() | Break():
            return NOTHING


def _paragraph(block: Paragraph, teller: Teller) -> Json:
    said = is_said(block.cell.text)
    return {"b": "paragraph", "cell": teller.cell(block.cell)} if said else NOTHING


def _figure(block: Grid | Ladder | Plane, teller: Teller) -> Json:
    match block:
        case Grid():
            return tell_grid(block, teller) if block.columns else NOTHING
        case Ladder():
            return tell_ladder(block, teller) if block.stairs else NOTHING
        case Plane():
            return tell_plane(block, teller)


def _list(block: Items | Fields | Cards | Deeds, teller: Teller) -> Json:
    match block:
        case Items():
            items = [[teller.text(sign), teller.cell(cell)] for sign, cell in block.items]
            return {"b": "items", "items": items}
        case Fields():
            return _fields(block, teller)
        case Cards():
            long = any(
                len(c.label + c.figure.text + c.note) > _KEPT_WHOLE // 2 for c in block.cards
            )
            cards = [_card(card, teller) for card in block.cards]
            return {"b": "cards", "cards": cards, "long": long}
        case Deeds():
            return {"b": "deeds", "deeds": [_deed(deed, teller) for deed in block.deeds]}


def _framed(block: Verdict | Notice, teller: Teller) -> Json:
    lines = [teller.cell(line) for line in block.lines]
    match block:
        case Verdict():
            question, label = teller.text(block.question), teller.text(block.label, block.lang)
            return {"b": "verdict", "question": question, "label": label, "lines": lines}
        case Notice():
            return {"b": "notice", "title": teller.text(block.title), "lines": lines}


def _fields(fields: Fields, teller: Teller) -> Json:
    longest = max(len(label) for label, _ in fields.rows)
    rows = [[teller.text(label), teller.cell(cell)] for label, cell in fields.rows]
    wide = min(_LABEL, longest * _LETTER + 0.8)
    return {
        "b": "fields",
        "rows": rows,
        "facts": False,
        "wide": round(wide, 2),
        "stacked": longest > _BESIDE,
    }


def _card(card: Card, teller: Teller) -> Json:
    figure, note = teller.cell(card.figure, 14), teller.text(card.note)
    return {"label": teller.text(card.label), "figure": figure, "note": note}


def _deed(deed: Deed, teller: Teller) -> Json:
    size = sum(len(cell.text) for cell in (deed.title, *deed.lines))
    size += sum(len(label) + len(cell.text) for label, cell in deed.fields)
    return {
        "title": teller.cell(deed.title),
        "lines": [teller.cell(line) for line in deed.lines],
        "fields": [[teller.text(label), teller.cell(cell)] for label, cell in deed.fields],
        "long": size > _KEPT_WHOLE,
    }
