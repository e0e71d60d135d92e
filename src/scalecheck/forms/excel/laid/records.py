"""The table of evidence: the records known, to be confirmed, and free rows for new ones."""

from collections.abc import Container, Iterator

from scalecheck.forms.excel.laid import lists
from scalecheck.forms.excel.laid.columns import KEYS, column, filled, written
from scalecheck.forms.excel.plan import KNOWN, NEW, Cell, Choices, Row, Table
from scalecheck.forms.excel.speech import Speech
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text

RECORDS = "evidence"
CODE, TITLE, KIND, DATE, ISSUER = "record", "record-title", "kind", "record-date", "issuer"
GRADE, WHERE, NOTE, VALID = "grade", "where", "record-note", "valid"
_SPARE = 12
_WIDTHS = ((CODE, 18), (TITLE, 38), (KIND, 24), (DATE, 13), (ISSUER, 22), (GRADE, 20))


def records_table(asked: Questionnaire, speech: Speech) -> Table:
    """Plan the records of evidence. New ones have a code already, which answers may cite."""
    known, given = asked.sheet.evidence, asked.sheet.still_valid
    maker = _Maker(asked, speech)
    rows = [
        Row(f"{KNOWN}{name}", dict(maker.cells(name, one, given.get(name))))
        for name, one in known.items()
    ]
    rows += [Row(f"{NEW}{code}", dict(maker.cells(code, None, None))) for code in _codes(known)]
    valid = [column(VALID, 14, speech)] if known else []
    rest = [column(WHERE, 36, speech), column(NOTE, 26, speech)]
    own = [column(key, width, speech) for key, width in _WIDTHS]
    columns = (*own[:2], *valid, *own[2:], *rest, KEYS)
    about = speech.tell("records.about-known" if known else "records.about")
    name = speech.say("sheet.records")
    return Table(RECORDS, name, about, columns, tuple(rows), 2, TITLE, TITLE)


def _codes(taken: Container[str]) -> Iterator[str]:
    """Name the records to come: `p1`, `p2`… and none that is there already."""
    number = given = 0
    while given < _SPARE:
        number += 1
        if f"p{number}" not in taken:
            given += 1
            yield f"p{number}"


class _Maker:
    """Makes the cells of a record."""

    def __init__(self, asked: Questionnaire, speech: Speech) -> None:
        self.speech = speech
        found = asked.lists
        self.grades = self._words("grade", [(one.id, one.title) for one in found.grades])
        self.kinds = self._words("evidence-kind", [(one.id, one.label) for one in found.kinds])
        self.issuers = self._words("issuer", [(one.id, one.label) for one in found.issuers])
        self.flags = lists.flags(speech)

    def _words(self, name: str, pairs: list[tuple[str, Text | None]]) -> Choices | None:
        return lists.words(name, pairs, self.speech) if pairs else None

    def cells(
        self, code: str, record: Evidence | None, valid: bool | None
    ) -> Iterator[tuple[str, Cell]]:
        free, speech = record is None, self.speech
        yield CODE, Cell(code)
        yield TITLE, written(record.title if record else None, speech)._replace(open=free)
        yield KIND, _chosen(record.kind if record else None, self.kinds, free)
        yield DATE, filled((record.date if record else None) or "", speech)._replace(open=free)
        yield ISSUER, _chosen(record.issuer if record else None, self.issuers, free)
        yield GRADE, _chosen(record.grade if record else None, self.grades, free)
        yield WHERE, written(record.where if record else None, speech)._replace(open=free)
        yield NOTE, written(record.note if record else None, speech)._replace(open=free)
        said = "" if valid is None else (lists.YES if valid else lists.NO)
        yield VALID, _chosen(said, self.flags, not free)


def _chosen(value: str | None, choices: Choices | None, is_open: bool) -> Cell:
    entry = choices.entry(value or "") if choices is not None else None
    return Cell(entry.text if entry else value or "", open=is_open, choices=choices)
