"""Projects that share a sector, a clientele and a territory: overlaps that no wording shows."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from scalecheck.model.language import Language
from scalecheck.model.overlap import Crowd
from scalecheck.model.portfolio import Member
from scalecheck.portfolio.members import said
from scalecheck.portfolio.overlaps.facets import compare_facets
from scalecheck.portfolio.overlaps.index import Index, Needed, Numbering, Pair
from scalecheck.portfolio.overlaps.options import OverlapOptions
from scalecheck.portfolio.overlaps.words import stems, written

Block = tuple[str, ...]


def blocks_of(member: Member, needs: Sequence[str] = ()) -> Iterator[Block]:
    """Name the blocks of a project: each sector, clientele, territory and need that it has.

    A project that leaves one of them out is in no block.
    """
    coded = [member.attributes.get(name, ()) for name in needs]
    yield from product((member.sector,) if member.sector else (), *_lists(member), *coded)


def _lists(member: Member) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(dict.fromkeys(member.clientele)), tuple(dict.fromkeys(member.territory))


def _gather(members: Sequence[Member], needs: Sequence[str] = ()) -> dict[Block, list[int]]:
    found: dict[Block, list[int]] = {}
    for position, member in enumerate(members):
        for block in blocks_of(member, needs):
            found.setdefault(block, []).append(position)
    return found


def language_of(member: Member) -> Language | None:
    """Tell the one language that a project is described in; None where it is both, or neither."""
    found = [language for language in Language if written(member, language)]
    return found[0] if len(found) == 1 else None


def twin_texts(member: Member) -> Iterator[str]:
    """Give what may be alike in French and English: texts, and the names of organisations."""
    yield from (text for language in Language for text in written(member, language))
    yield said(member.organization, member)
    yield from (said(one.title, member) for one in member.settings)
    yield from (said(one.title, member) for one in member.supporters)


def find_twins(members: Sequence[Member], options: OverlapOptions) -> dict[tuple[int, int], Pair]:
    """Find projects of one block described in two languages, by the stems and names they share."""
    languages = [language_of(member) for member in members]
    numbering = Numbering()
    documents = [numbering.numbers(stems(twin_texts(member))) for member in members]
    needed = Needed(options.fewest_stems, options.twin)
    found: dict[tuple[int, int], Pair] = {}
    blocks = {tuple(p for p in block if languages[p]) for block in _gather(members).values()}
    for held in sorted(blocks):  # each once: who lists everything is in every block
        if len({languages[position] for position in held}) < 2:
            continue
        some = [documents[position] for position in held]
        index = Index(some, some, options.most_projects)
        for pair in index.pairs(needed):
            first, second = held[pair.first], held[pair.second]
            if languages[first] is not languages[second]:
                found[first, second] = Pair(first, second, pair.common, pair.total)
    return found


def find_crowds(
    members: Sequence[Member], options: OverlapOptions
) -> tuple[list[tuple[int, int]], list[Crowd]]:
    """Find projects that share every facet, a coded need included: pairs, or crowds beyond a few.

    Nothing is found where no attribute codes the need.
    """
    pairs: dict[tuple[int, int], None] = {}
    crowds: list[Crowd] = []
    blocks = _gather(members, options.needs) if options.needs else {}
    for _, block in sorted(blocks.items()):
        if len(block) <= options.crowd:
            pairs.update(dict.fromkeys(combinations(block, 2)))
        else:
            facets = compare_facets(members[block[0]], members[block[1]], options.needs)
            crowds.append(Crowd(facets, tuple(members[position].id for position in block)))
    return list(pairs), crowds
