"""The list of the screen: every place under its family, with the sign of its answer."""

from scalecheck.forms.interview import telling
from scalecheck.forms.interview.places import Kind, Place, given, group_of, members
from scalecheck.forms.interview.screen.desk import Desk
from scalecheck.forms.interview.screen.rows import Row, Tone, cut, row


def paint_list(desk: Desk, width: int) -> tuple[Row, ...]:
    """Write the list of places, under their families, each with the sign of its answer."""
    interview, voice, rows = desk.interview, desk.voice, []
    family = ""
    for place in interview.places:
        above = family_at(desk, place)
        if above and above != family:
            rows.append(row(cut(f" {above}", width), Tone.QUIET))
        family = above
        sign, title = _sign(desk, place), voice.place(interview.asked, interview.sheet, place)
        is_here = place == interview.here
        words = cut(f"{'>' if is_here else ' '}{sign:>5}  {title}", width)
        tone = Tone.HERE if is_here else Tone.PLAIN
        rows.append(row(words.ljust(width) if is_here else words, tone, place))
    return tuple(rows)


def family_at(desk: Desk, place: Place) -> str:
    """Name what a place stands under in the list."""
    interview, voice = desk.interview, desk.voice
    about = voice.instance(interview.asked, interview.sheet, place)
    match place.kind:
        case Kind.QUESTION:
            return about or telling.family_of(interview, voice, place)
        case Kind.FACT if about:
            return voice.say("screen.facts-of", instance=about)
        case Kind.FACT:
            first = interview.questions[:1]
            is_before = first and interview.places.index(place) < interview.places.index(first[0])
            return voice.say("screen.facts-first" if is_before else "screen.facts")
        case Kind.RECORD:
            return voice.say("screen.records")
        case Kind.ROSTER:
            return voice.title(group_of(interview.asked, place.name))
        case Kind.END:
            return ""


def _sign(desk: Desk, place: Place) -> str:
    interview, voice = desk.interview, desk.voice
    question = interview.asked.question(place.name) if place.kind is Kind.QUESTION else None
    if question is not None:
        return voice.short(question, given(interview.sheet, place))
    if place.kind is Kind.ROSTER:
        return str(len(members(interview.sheet, group_of(interview.asked, place.name))))
    if place.kind is Kind.END:
        return ""
    return "x" if interview.values_at(place) else "-"
