"""What has just been said above a table is not said again by its caption."""

from collections.abc import Iterable, Iterator

from scalecheck.report.blocks import Block, Grid, Heading, Paragraph, Tone


def without_echoes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Take out each caption that repeats the heading, or the bold line, that it stands under."""
    said = ""
    for block in blocks:
        said = _said(block) or said
        if isinstance(block, Grid) and block.caption == said:
            yield block._replace(caption="")
        else:
            yield block


def _said(block: Block) -> str:
    match block:
        case Heading():
            return block.text
        case Paragraph(cell=cell) if cell.tone is Tone.STRONG:
            return cell.text
        case _:
            return ""
