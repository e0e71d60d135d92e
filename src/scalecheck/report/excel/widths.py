"""How wide columns are: no word is cut, no column takes more room than its texts ask for."""

from collections.abc import Sequence

from scalecheck.report.excel.rows import Rows, Sign

LEAST_WHOLE = 100  # characters: what a line of text may count on
NO_TABLE = (28, 82)
_LEAST, _ENOUGH, _MOST = 7, 38, 60
_BUTTON = 4  # what the button of the filter hides
_TITLE = 24  # characters: a title longer than this may as well go to a second line
_LONG = 120  # characters: such a text asks for the widest column


def widths_of(tables: Sequence[Rows], labels: Sequence[str] = ()) -> list[int]:
    """Measure the columns of a sheet, in characters.

    Args:
        tables: all the tables on it.
        labels: what stands alone in the first column, before a text.
    """
    first = min(max((len(label) + 2 for label in labels), default=0), _ENOUGH)
    if not tables:
        return [max(NO_TABLE[0], first), *NO_TABLE[1:]]
    count = max(len(table.columns) for table in tables)
    widths = [max(_column(table, at) for table in tables) for at in range(count)]
    widths[0] = max(widths[0], first)
    widths[-1] += max(LEAST_WHOLE - sum(widths), 0) if widths[-1] > _ENOUGH // 2 else 0
    return widths


def _column(table: Rows, at: int) -> int:
    if at >= len(table.columns):
        return _LEAST
    texts = [row[at].text for row in table.rows]
    if any(isinstance(row[at], Sign) for row in table.rows):
        return min(max(map(len, texts)) + 3, _MOST)
    longest = max(map(len, texts), default=0)
    liked = _MOST if longest > _LONG else min(longest + 2, _ENOUGH)
    word = max((len(word) + 2 for text in texts for word in text.split()), default=0)
    title = table.columns[at]
    head = max((len(word) for word in title.split()), default=0) + _BUTTON
    head = max(head, min(len(title) + _BUTTON, _TITLE))
    return max(_LEAST, min(max(liked, word, head), _MOST))
