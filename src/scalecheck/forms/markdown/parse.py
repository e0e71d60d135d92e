"""A Markdown form, read block by block; what is not understood is noted, never dropped."""

import re
from collections.abc import Callable, Mapping

from scalecheck.forms.markdown.blocks import Block, Shape, blocks_of
from scalecheck.forms.markdown.cells import cells_of
from scalecheck.forms.markdown.found import NEW, Found, Scope, Tick, Value
from scalecheck.forms.markdown.marks import Mark, footprint, mark_in, without_marks
from scalecheck.forms.markdown.voice import meant, uncell
from scalecheck.forms.questionnaire import Questionnaire

_BOX = re.compile(r"[-*+]\s+\\?\[([^\]]*)\]")
_TICKS = ("x", "×", "✓", "✔", "☑", "✅", "✗", "✘", "☒", "v", "o", "oui", "yes")
_RULER = re.compile(r"[\s|:-]+\Z")


def parse(text: str, asked: Questionnaire, known: bytes) -> Found:
    """Read a form.

    Args:
        text: from its first mark to its last.
        asked: the questions that it may hold.
        known: the footprints of what stood on it, four bytes each; without them nothing tells
            our words from what people added between the fields.
    """
    reader = _Parser(asked, known)
    for block in blocks_of(text):
        for one in reader.cut(block):
            reader.take(one)
    return reader.found


class _Parser:
    def __init__(self, asked: Questionnaire, known: bytes) -> None:
        self.asked, self.found = asked, Found()
        self.known = {known[place : place + 4] for place in range(0, len(known), 4)}
        self.scope = Scope()
        self.writing: str = ""  # the text that is being written in, if any
        self.in_records = False
        self.has_ended = False

    def cut(self, block: Block) -> tuple[Block, ...]:
        """Cut a block whose lines are all ours: the blank lines between them were taken out."""
        lines = block.text.split("\n")
        if block.shape is Shape.QUOTE or len(lines) == 1 or footprint(block) in self.known:
            return (block,)
        cut = tuple(
            Block(block.shape if at == 0 else Shape.WORDS, block.line + at, line)
            for at, line in enumerate(lines)
        )
        return cut if all(footprint(one) in self.known for one in cut) else (block,)

    def take(self, block: Block) -> None:
        mark = mark_in(block.text) if block.shape is not Shape.QUOTE else None
        if mark is not None:
            self.writing, self.in_records = "", False
            self._marked(block, mark)
        elif not self.has_ended:
            self._unmarked(block)

    def _unmarked(self, block: Block) -> None:
        if block.shape is Shape.QUOTE and self.writing:
            self._write(block)
        elif footprint(block) in self.known or self._is_blank(block):
            return
        elif self.writing:
            self._write(block)
        elif self.in_records and block.shape is Shape.ROW:
            cells = (uncell(one) for one in cells_of(block.text))
            self.found.rows.append(tuple(Value(one, block.line) for one in cells))
        elif self.known:
            self._apart(block)

    def _is_blank(self, block: Block) -> bool:
        return not block.text.strip() or (
            block.shape is Shape.ROW and bool(_RULER.match(block.text))
        )

    def _write(self, block: Block) -> None:
        key = (self.scope, self.writing)
        before, text = self.found.values.get(key), meant(block.text)
        if before is None or not before.text.strip():
            self.found.values[key] = Value(text, block.line)
        else:
            self.found.values[key] = before._replace(text=f"{before.text}\n{text}")

    def _apart(self, block: Block) -> None:
        self.found.note("form-kept-apart", block.line, got=" ".join(block.text.split())[:80])

    def _marked(self, block: Block, mark: Mark) -> None:
        if mark.word not in _MARKED:
            self.found.note("form-row-unknown", block.line, name=mark.word)
            return
        if self.known and footprint(block) not in self.known:
            self._apart(block._replace(text=without_marks(block.text)))
        _MARKED[mark.word](self, block, mark.names)

    def part(self, block: Block, names: tuple[str, ...]) -> None:
        self.scope = Scope()

    def end(self, block: Block, names: tuple[str, ...]) -> None:
        self.has_ended = True

    def instance(self, block: Block, names: tuple[str, ...]) -> None:
        group, name = (*names, "", "")[:2]
        known = {one.id: [each.id for each in one.instances] for one in self.asked.groups}
        if group not in known or (name != NEW and name not in known[group]):
            self.found.note("form-row-unknown", block.line, name=f"{group} {name}".strip())
        if name == NEW:
            name = f"{NEW}{len(self.found.added(group)) + 1}"
        self._enter(Scope(group, name), block)

    def question(self, block: Block, names: tuple[str, ...]) -> None:
        name = names[0] if names else ""
        asked = self.asked.question(name)
        if asked is None or (asked.group or "") != (self.scope.group if asked.group else ""):
            self.found.note("form-row-unknown", block.line, name=name)
        inside = self.scope if asked is not None and asked.group else Scope()
        self._enter(inside._replace(question=name), block)

    def _enter(self, scope: Scope, block: Block) -> None:
        if scope in self.found.scopes:
            self.found.note("form-row-twice", block.line, name=scope.question or scope.instance)
        self.scope = scope
        self.found.scopes.setdefault(scope, block.line)

    def field(self, block: Block, names: tuple[str, ...]) -> None:
        cells = list(cells_of(without_marks(block.text)))
        text = uncell(cells[1]) if len(cells) > 1 else ""
        self.found.put(self.scope, names[0] if names else "", Value(text, block.line))

    def text(self, block: Block, names: tuple[str, ...]) -> None:
        self.writing = names[0] if names else ""
        self.found.put(self.scope, self.writing, Value("", block.line))

    def level(self, block: Block, names: tuple[str, ...]) -> None:
        self._tick(block, Tick("level", names[0] if names else "", block.line))

    def unknown(self, block: Block, names: tuple[str, ...]) -> None:
        self._tick(block, Tick("unknown", "", block.line))

    def not_applicable(self, block: Block, names: tuple[str, ...]) -> None:
        self._tick(block, Tick("not-applicable", "", block.line))

    def _tick(self, block: Block, tick: Tick) -> None:
        box = _BOX.match(block.text)
        inside = box[1].strip(" \\\u00a0") if box else ""
        if inside.lower() in _TICKS:
            self.found.ticks.setdefault(self.scope, []).append(tick)
        elif inside or box is None:
            got = inside or without_marks(block.text).strip()[:80]
            self.found.note("form-not-a-choice", block.line, got=got, known="x")

    def record(self, block: Block, names: tuple[str, ...]) -> None:
        name = names[0] if names else ""
        if name not in self.asked.sheet.evidence:
            self.found.note("form-row-unknown", block.line, name=name)
        elif name in self.found.still:
            self.found.note("form-row-twice", block.line, name=name)
        *_, said = cells_of(without_marks(block.text))
        self.found.still.setdefault(name, Value(uncell(said), block.line))

    def new_records(self, block: Block, names: tuple[str, ...]) -> None:
        self.scope, self.in_records = Scope(), True


_MARKED: Mapping[str, Callable[[_Parser, Block, tuple[str, ...]], None]] = {
    "form": _Parser.part,
    "part": _Parser.part,
    "instance": _Parser.instance,
    "q": _Parser.question,
    "field": _Parser.field,
    "text": _Parser.text,
    "level": _Parser.level,
    "unknown": _Parser.unknown,
    "not-applicable": _Parser.not_applicable,
    "record": _Parser.record,
    "new-records": _Parser.new_records,
    "end": _Parser.end,
}
