"""Projects that may do the same thing: why one thinks so, and what to look into."""

from collections.abc import Iterator

from scalecheck.language import numbers
from scalecheck.model.balance import AxisKind
from scalecheck.model.overlap import Facet, FacetState, Overlap, OverlapKind, Verb
from scalecheck.report.blocks import Block, Cell, Grid, Heading, Paragraph, Tone
from scalecheck.report.fund.pen import FundPen, worded

_MOST = 60
_TERMS = 6
_AXES = {kind.value: kind for kind in AxisKind}


def tell_overlaps(pen: FundPen, level: int = 2) -> Iterator[Block]:
    """Tell the pairs that may overlap, what they share, and the verb that is proposed."""
    found = pen.material.overlaps
    if not found.read:
        yield Paragraph(Cell(pen.say("nobody")))
        return
    yield Paragraph(Cell(pen.say("overlap.meaning", count=found.read)))
    if found.pairs:
        rows = tuple(_row(pen, one) for one in found.pairs[:_MOST])
        columns = pen.columns("pair", "why", "proposal")
        yield Grid(columns, rows, pen.say("caption.overlaps"))
    else:
        yield Paragraph(Cell(pen.say("overlap.none")))
    if len(found.pairs) > _MOST:
        more = pen.say("overlap.more", count=len(found.pairs) - _MOST)
        yield Paragraph(Cell(more, Tone.QUIET))
    if found.crowds:
        yield Heading(pen.say("part.crowds"), level)
        for crowd in found.crowds:
            shared = _facets(pen, crowd.facets)
            names = pen.projects(crowd.members)
            facts = {"count": len(crowd.members), "facets": shared, "names": names}
            yield Paragraph(Cell(pen.say("overlap.crowd", **facts)))
    silent = (*found.silent, *found.usual)
    if silent:
        names = pen.projects(silent)
        said = pen.say("overlap.silent", count=len(silent), names=names)
        yield Paragraph(Cell(said, Tone.QUIET))


def _row(pen: FundPen, one: Overlap) -> tuple[Cell, ...]:
    pair = pen.say("overlap.pair", one=pen.project(one.one), other=pen.project(one.other))
    return Cell(pair, Tone.STRONG), Cell(_why(pen, one)), _proposal(pen, one)


def _why(pen: FundPen, one: Overlap) -> str:
    parts = []
    if one.kind is not OverlapKind.FACETS:
        share = pen.percent(one.share)
        terms = ", ".join(one.terms[:_TERMS]) if pen.may_quote(one) else pen.say("overlap.unquoted")
        key = "overlap.twin" if one.kind is OverlapKind.TWIN else "overlap.text"
        parts.append(pen.say(key, share=share, terms=terms))
    shared = _facets(pen, one.facets)
    if shared:
        parts.append(pen.say("overlap.facets", facets=shared))
    differ = [f.name for f in one.facets if f.state is FacetState.DIFFERENT]
    if differ:
        named = numbers.join([_facet_name(pen, name) for name in differ], pen.language)
        parts.append(pen.say("overlap.differ", facets=named))
    return " ".join(parts)


def _facets(pen: FundPen, facets: tuple[Facet, ...]) -> str:
    shared = (facet for facet in facets if facet.state is FacetState.SHARED)
    return ", ".join(_facet(pen, facet) for facet in shared)


def _facet(pen: FundPen, facet: Facet) -> str:
    kind = _AXES.get(facet.name)
    values = [str(pen.value(kind, v)) if kind else v for v in facet.values]
    return f"{_facet_name(pen, facet.name)} ({', '.join(values)})"


def _facet_name(pen: FundPen, name: str) -> str:
    return pen.say(f"facet.{name}") if name in _AXES else pen.named(name)


def _proposal(pen: FundPen, one: Overlap) -> Cell:
    if one.verb is Verb.REPLICATE and one.source is not None:
        return worded(pen.say("verb.replicate-from", source=pen.project(one.source)))
    return worded(pen.say(f"verb.{one.verb}"))
