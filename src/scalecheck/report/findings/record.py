"""Findings as JSON for other programs: the contract `scalecheck/findings@1`, in both languages."""

from collections.abc import Callable, Iterator

from scalecheck.model.diagnostic import Diagnostic, Edit, Path, Related, Span
from scalecheck.model.findings import FileFindings, fingerprints
from scalecheck.model.language import Language
from scalecheck.report.findings.data import Json, write_json
from scalecheck.report.findings.showing import Showing, count
from scalecheck.report.findings.wording import word, word_place

FORMAT = "scalecheck/findings@1"
_NO_PLACE = dict.fromkeys(("line", "column", "end_line", "end_column"))


def render(showing: Showing) -> str:
    """Write every finding, none left out; the same whatever the language asked for."""
    return write_json(
        {
            "format": FORMAT,
            "tool": {"name": "scalecheck", "version": showing.tool_version},
            "summary": _summary(showing),
            "files": [_file(file) for file in showing.files],
            "findings": [finding for file in showing.files for finding in _findings(file)],
        }
    )


def _summary(showing: Showing) -> Json:
    counts = count(showing.files)
    return {
        "files": counts.files,
        "unreadable": counts.unreadable,
        "errors": counts.error,
        "warnings": counts.warning,
        "notes": counts.note,
        "waived": counts.waived,
        "baselined": counts.baselined,
        "fixable": counts.fixable,
    }


def _file(file: FileFindings) -> Json:
    return {
        "file": file.file,
        "readable": file.is_readable,
        "findings": len(file.diagnostics),
        "waived": file.waived,
        "baselined": file.baselined,
    }


def _findings(file: FileFindings) -> Iterator[Json]:
    marks = fingerprints(file.diagnostics)
    return (_finding(one, mark) for one, mark in zip(file.diagnostics, marks, strict=True))


def _finding(finding: Diagnostic, mark: str) -> Json:
    words = {language: word(finding, language) for language in Language}
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": {language.value: said.what for language, said in words.items()},
        "fix": {language.value: said.fix for language, said in words.items()},
        "facts": dict(finding.facts),
        "file": finding.file,
        **_place(finding.span),
        **({"cell": finding.cell} if finding.cell else {}),
        "path": _write_path(finding.path),
        "anchor": finding.anchor,
        "fingerprint": mark,
        "related": [_related(finding.code, one) for one in finding.related],
        "edits": [_edit(one) for one in finding.edits],
    }


def _place(span: Span | None) -> Json:
    return span._asdict() if span else _NO_PLACE


def _related(code: str, related: Related) -> Json:
    message = _both(lambda language: word_place(code, related.label, language))
    return {"label": related.label, "message": message, **_place(related.span)}


def _edit(edit: Edit) -> Json:
    return {**_place(edit.span), "text": edit.text}


def _both(say: Callable[[Language], str]) -> Json:
    return {language.value: say(language) for language in Language}


def _write_path(path: Path) -> str:
    """Write a path as text: `dimensions/0/criteria/2/anchors/3`."""
    return "/".join(str(part) for part in path)
