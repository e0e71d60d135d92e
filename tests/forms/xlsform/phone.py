"""A phone and a server, in small: an XForm is opened, filled in, sent, and exported.

The form is the one that pyxform makes of our XLSForm. What is simulated is what the tools
document: first-load values, calculations, parts that do not apply left out; then the exports of
KoboToolbox (CSV with `;`, a workbook with a sheet a repeated part, JSON with paths as keys) and
of ODK Central (a zip of CSV with `,`, OData).
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from pyxform.xls2xform import convert

TODAY = "2026-11-23"


class Field(NamedTuple):
    path: str
    is_many: bool
    labels: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]  # name -> language -> label

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]


class Form:
    """A form, as a phone has it."""

    def __init__(self, xlsx: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "form.xlsx"
            path.write_bytes(xlsx)
            found = convert(path)
        self.warnings, self.xform = found.warnings, found.xform
        root = _bare(etree.fromstring(found.xform.encode(), etree.XMLParser(huge_tree=True)))
        self.model = root.find("head/model")
        self.instance = self.model.find("instance")[0]
        self.body = root.find("body")
        self.binds = {bind.get("nodeset"): bind for bind in self.model.iter("bind")}
        self.texts = {
            text.get("lang"): {
                one.get("id"): "".join(one.find("value").itertext()) for one in text.iter("text")
            }
            for text in self.model.iter("translation")
        }
        self.repeats = [one.get("nodeset") for one in self.body.iter("repeat")]
        self.fields = {one.path: one for one in self._fields()}

    def _fields(self) -> Iterator[Field]:
        controls = {one.get("ref"): one for one in self.body.iter() if one.get("ref")}
        for node in self.instance.iter():
            path = _path(node)
            if len(node) or path in self.repeats or "/meta" in path:
                continue
            control = controls.get(path)
            labels = {} if control is None else self._labels(control)
            choices = {} if control is None else dict(self._choices(control))
            yield Field(path, control is not None and control.tag == "select", labels, choices)

    def _labels(self, control) -> Mapping[str, str]:
        label = control.find("label")
        key = (label.get("ref") or "") if label is not None else ""
        key = key.removeprefix("jr:itext('").removesuffix("')")
        return {lang: texts[key] for lang, texts in self.texts.items() if key in texts}

    def _choices(self, control) -> Iterator[tuple[str, Mapping[str, str]]]:
        itemset = control.find("itemset")
        if itemset is None:
            return
        name = itemset.get("nodeset").split("'")[1]
        for listed in self.model.findall("instance"):
            for item in listed.iter("item") if listed.get("id") == name else ():
                key = item.findtext("itextId")
                said = {lang: texts[key] for lang, texts in self.texts.items()}
                yield item.findtext("name"), said


def _bare(tree):
    """Take the namespaces out: `label`, and not `{http://www.w3.org/2002/xforms}label`."""
    for node in tree.iter():
        if isinstance(node.tag, str):
            node.tag = etree.QName(node).localname
    return tree


def _path(node) -> str:
    parts = [node.tag, *(above.tag for above in node.iterancestors())]
    kept = parts[: parts.index("instance")] if "instance" in parts else parts
    return "/" + "/".join(reversed(kept))


Submission = etree._Element


class Sitting:
    """One form being filled in."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.root = deepcopy(form.instance)
        for action in form.model.iter("setvalue"):
            if "odk-instance-first-load" in action.get("event", ""):
                for node in self.root.xpath(action.get("ref")):
                    node.text = _text(self._evaluate(node, action.get("value")))
        for path in form.repeats:  # a repeated part begins without any
            for node in self.root.xpath(path):
                node.getparent().remove(node)

    def fill(self, name: str, text: str) -> None:
        node = next(one for one in self.root.iter(name))
        node.text = text or None

    def repeat(self, name: str, texts: Mapping[str, str]) -> None:
        path = next(one for one in self.form.repeats if one.endswith(f"/{name}"))
        model = self.form.instance.xpath(f".{path.removeprefix(f'/{self.root.tag}')}")[-1]
        [parent] = self.root.xpath(path.rpartition("/")[0])
        made = deepcopy(model)
        for field, text in texts.items():
            next(one for one in made.iter(field)).text = text or None
        parent.append(made)

    def send(self) -> Submission:
        """Calculate, then leave out what does not apply."""
        for path, bind in self.form.binds.items():
            for node in self.root.xpath(path) if bind.get("calculate") else ():
                node.text = _text(self._evaluate(node, bind.get("calculate")))
        gone = [
            node
            for path, bind in self.form.binds.items()
            if bind.get("relevant")
            for node in self.root.xpath(path)
            if not self._evaluate(node, f"boolean({bind.get('relevant')})")
        ]
        for node in gone:
            if node.getparent() is not None:
                node.getparent().remove(node)
        return self.root

    def _evaluate(self, node, expression: str) -> object:
        return etree.XPathEvaluator(node, extensions=_FUNCTIONS)(expression)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, list):
        return value[0].text or "" if value else ""
    return str(value)


_FUNCTIONS: dict[tuple[None, str], Callable] = {
    (None, "selected"): lambda _, given, one: _text(one) in _text(given).split(),
    (None, "today"): lambda _: TODAY,
    (None, "if"): lambda _, test, yes, no: yes if test else no,
    (None, "count-non-empty"): lambda _, nodes: float(sum(bool(one.text) for one in nodes)),
}


def leaves(form: Form, sent: Submission, under: str = "") -> Iterator[tuple[Field, str | None]]:
    """The fields of a submission outside repeated parts, or those of one repetition."""
    for path, field in form.fields.items():
        inside = next((one for one in form.repeats if path.startswith(f"{one}/")), "")
        if inside != under:
            continue
        inner = path.removeprefix(under) if under else path.removeprefix(f"/{sent.tag}")
        found = sent.xpath(f".{inner}")
        yield field, (found[0].text or "") if found else None


def repetitions(form: Form, sent: Submission) -> Iterator[tuple[str, list[Submission]]]:
    for path in form.repeats:
        yield path, sent.xpath(f".{path.removeprefix(f'/{sent.tag}')}")


def short(form: Form, path: str, under: str = "") -> str:
    """The path of a field without the root."""
    return path.removeprefix(under or f"/{form.instance.tag}").lstrip("/")
