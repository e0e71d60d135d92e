"""Which field a header of an export names: by its name or its label, with its groups or without."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scalecheck.forms.carry import fold
from scalecheck.forms.xlsform.names import NEW
from scalecheck.forms.xlsform.rows import Row

_SEPARATORS = "/-.:|"
_REPEATED = re.compile(
    rf"(?:^|.*[/.:|-])([gr](?:_[a-z0-9_]+_)?_{NEW})\[([0-9]{{1,4}})\][/.:|-](.+)\Z"
)
# What the tools add of their own: all that begins with `_`, and these.
_THEIRS = frozenset(
    (
        *("start", "end", "today", "username", "deviceid", "phonenumber", "simserial", "audit"),
        *("KEY", "PARENT_KEY", "SubmissionDate", "SubmitterID", "SubmitterName", "Status"),
        *("AttachmentsPresent", "AttachmentsExpected", "ReviewState", "DeviceID", "Edits"),
        *("FormVersion", "instanceID", "instanceName", "isValidated", "rootUuid", "deprecatedID"),
    )
)
_PARTS_OF_THEIRS = re.compile(r"(^|[/.:-])(_|meta[/.:-]|formhub[/.:-]|SET-OF-|@odata)")


class Target(NamedTuple):
    """What a column holds: a field, or one choice of a field that takes several.

    `repeated` and `number` say of which repetition, where the column names it.
    """

    row: Row
    choice: str = ""
    repeated: str = ""
    number: int = 0


class Headers:
    """The headers that the fields of a form may have."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.fields: Mapping[str, Row] = {row.name: row for row in rows if row.is_field}
        self._known: dict[str, Target] = {}
        for field in self.fields.values():
            for head in dict.fromkeys((field.name, *map(fold, field.labels))):
                self._add(head, field)
        self._found: dict[str, Target | None] = {}

    def _add(self, head: str, field: Row) -> None:
        self._known.setdefault(head, Target(field))
        for choice in field.choices if field.type == "select_multiple" else ():
            for said in dict.fromkeys((choice.name, *map(fold, choice.labels))):
                for separator in _SEPARATORS:
                    self._known.setdefault(f"{head}{separator}{said}", Target(field, choice.name))

    def find(self, header: str) -> Target | None:
        """Find what a header names; None where it names nothing of the form."""
        if header not in self._found:
            self._found[header] = self._search(header)
        return self._found[header]

    def _search(self, header: str) -> Target | None:
        repeated = _REPEATED.match(header)
        if repeated:
            inside = self._search(repeated[3])
            return inside and inside._replace(repeated=repeated[1], number=int(repeated[2]))
        return next((self._known[one] for one in _ends(fold(header)) if one in self._known), None)

    @staticmethod
    def is_theirs(header: str) -> bool:
        """Tell whether a column is one that the tools add, and that says nothing of the answers."""
        last = re.split(r"[/.:-]", header)[-1]
        return last in _THEIRS or header in _THEIRS or bool(_PARTS_OF_THEIRS.search(header))


def _ends(header: str) -> Iterator[str]:
    """A header, then what is left of it without its groups, one after the other."""
    yield header
    for place, character in enumerate(header):
        if character in _SEPARATORS:
            yield header[place + 1 :].strip()
