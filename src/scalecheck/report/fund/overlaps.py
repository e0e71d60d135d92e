"""Projects that may do the same thing: why one thinks so, and what to look into."""

from collections.abc import Iterator, Sequence

from scalecheck.model.balance import AxisKind
from scalecheck.model.overlap import Crowd, Facet, FacetState, Overlap, OverlapKind, Verb
from scalecheck.model.portfolio import Member
from scalecheck.report.blocks import Block, Cell, Grid, Heading, Items, Paragraph, Tone
from scalecheck.report.fund.pen import FundPen, worded

_MOST = 60
_TERMS = 4
_AXES = {kind.value: kind for kind in AxisKind}


def tell_overlaps(pen: FundPen, level: int = 2) -> Iterator[Block]:
    """Tell the pairs that may overlap, what they share, and the verb that is proposed."""
    found = pen.material.overlaps
    if not found.read or not pen.members:
        yield Paragraph(Cell(pen.say("nobody")))
        return
    yield Paragraph(Cell(pen.say("overlap.meaning", count=found.read)))
    if found.pairs:
        yield from _pairs(pen, found.pairs)
    else:
        yield Paragraph(Cell(pen.say("overlap.none")))
    if found.crowds:
        yield Heading(pen.say("overlap.crowds"), level)
        yield from (_crowd(pen, crowd) for crowd in found.crowds)
    silent = (*found.silent, *found.usual)
    if silent:
        names = pen.projects(silent)
        said = pen.say("overlap.silent", count=len(silent), names=names)
        yield Paragraph(Cell(said, Tone.QUIET))


def _pairs(pen: FundPen, pairs: Sequence[Overlap]) -> Iterator[Block]:
    """The pairs, by the first of their two titles; then what each proposal rests on."""
    found = sorted(pairs, key=lambda one: sorted((pen.order[one.one], pen.order[one.other])))
    rows = tuple(_row(pen, one) for one in found[:_MOST])
    yield Grid(
        tuple(pen.say(f"overlap.column.{name}") for name in ("pair", "why", "proposal")),
        rows,
        pen.say("overlap.caption"),
    )
    if len(found) > _MOST:
        more = pen.say("overlap.more", count=len(found) - _MOST)
        yield Paragraph(Cell(more, Tone.QUIET))
    told = {one.verb for one in found[:_MOST]}
    items = tuple(("•", Cell(pen.say(f"verb.when.{verb}"))) for verb in Verb if verb in told)
    yield Paragraph(Cell(pen.say("verb.how"), Tone.QUIET))
    yield Items(items)


def _crowd(pen: FundPen, crowd: Crowd) -> Paragraph:
    facts = {"facets": _facets(pen, crowd.facets), "names": pen.projects(crowd.members)}
    return Paragraph(Cell(pen.say("overlap.crowd", count=len(crowd.members), **facts)))


def _row(pen: FundPen, one: Overlap) -> tuple[Cell, ...]:
    first, second = (_named(pen, one, name) for name in (one.one, one.other))
    pair = pen.say("overlap.pair", one=first, other=second)
    return Cell(pair, Tone.STRONG), Cell(_why(pen, one)), _proposal(pen, one)


def _named(pen: FundPen, one: Overlap, name: str) -> str:
    """Name one project of a pair: its title, its organisation, its id where titles are alike."""
    member, other = (pen.members[n] for n in (name, one.other if name == one.one else one.one))
    told = [str(pen.speaker.text(member.organization))] if member.organization else []
    if _letters(pen, member) == _letters(pen, other):
        told.append(name)
    title = pen.say("overlap.project", title=pen.project(name))
    return pen.say("overlap.with", project=title, told=", ".join(told)) if told else title


def _letters(pen: FundPen, member: Member) -> str:
    """What one sees of a title at a glance: its letters and figures."""
    return "".join(filter(str.isalnum, str(pen.project(member.id)).casefold()))


def _why(pen: FundPen, one: Overlap) -> str:
    parts = []
    if one.kind is not OverlapKind.FACETS:
        key = "twin" if one.kind is OverlapKind.TWIN else "text"
        parts.append(pen.say(f"overlap.{key}", share=pen.percent(one.share)))
        parts += _terms(pen, one)
    shared = _facets(pen, one.facets)
    if shared:
        parts.append(pen.say("overlap.facets", facets=shared))
    differ = [_facet_name(pen, f.name) for f in one.facets if f.state is FacetState.DIFFERENT]
    if differ:
        parts.append(pen.say("overlap.differ", facets="; ".join(differ)))
    return " ".join(parts)


def _terms(pen: FundPen, one: Overlap) -> list[str]:
    """The words that both have, as the first of them wrote them."""
    if not pen.may_quote(one):
        return [pen.say("overlap.unquoted")]
    language = pen.members[one.one].language
    said = (str(pen.speaker.line(term, language)) for term in one.terms[:_TERMS])
    quoted = "; ".join(pen.say("overlap.quote", words=words) for words in said if words)
    return [pen.say("overlap.words", words=quoted)] if quoted else []


def _facets(pen: FundPen, facets: tuple[Facet, ...]) -> str:
    shared = (facet for facet in facets if facet.state is FacetState.SHARED)
    return "; ".join(_facet(pen, facet) for facet in shared)


def _facet(pen: FundPen, facet: Facet) -> str:
    kind = _AXES.get(facet.name)
    values = [str(pen.value(kind, v)) if kind else v for v in facet.values]
    return f"{_facet_name(pen, facet.name)} ({', '.join(values)})"


def _facet_name(pen: FundPen, name: str) -> str:
    return pen.say(f"facet.{name}") if name in _AXES else pen.named(name)


def _proposal(pen: FundPen, one: Overlap) -> Cell:
    if one.verb is Verb.REPLICATE and one.source is not None:
        return worded(pen.say("verb.replicate-from", source=_named(pen, one, one.source)))
    return worded(pen.say(f"verb.{one.verb}"))
