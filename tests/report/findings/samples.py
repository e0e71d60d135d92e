"""Findings to be shown: a few usual ones, and as many hostile ones as Hypothesis can think of."""

from hypothesis import settings
from hypothesis import strategies as st

from scalecheck.model.diagnostic import Diagnostic, Edit, Related, Severity, Span
from scalecheck.model.findings import FileFindings, RuleInfo
from scalecheck.model.language import Language
from scalecheck.report.findings import render_findings

FR, EN = Language.FR, Language.EN
NB = "\u00a0"
RULES = (
    RuleInfo("identical-anchors", Severity.WARNING, "scales", False),
    RuleInfo("unused-waiver", Severity.WARNING, "reading", True),
)
TEXT = "a:\n  titel: x\n  other: y\n"


def finding(code="unknown-key", line=2, column=3, width=4, file="f.yaml", **facts):
    span = Span(line, column, line, column + width) if line else None
    return Diagnostic(code, Severity.ERROR, file, (), span, tuple(facts.items()))


def unknown_key():
    return finding(name="titel", known="title, id", width=5)


def same_words(file="f.yaml"):
    """A finding of a rule, with a second place and a repair."""
    return Diagnostic(
        "identical-anchors",
        Severity.WARNING,
        file,
        ("dimensions", 0, "anchors"),
        Span(3, 3, 3, 8),
        (("level", "3"), ("other", "2")),
        "g:dimensions[besoin].anchors",
        (Related(Span(2, 3, 2, 8), "same-words"),),
        (Edit(Span(3, 10, 3, 11), "z"),),
    )


def file_of(*diagnostics, file="f.yaml", text=TEXT, **more):
    return FileFindings(file, text, tuple(diagnostics), **more)


def show(files, format, language=FR, colour=False, width=100, rules=RULES):
    return render_findings(
        files,
        format,
        language=language,
        rules=rules,
        tool_version="1.2.3",
        colour=colour,
        width=width,
    )


FEW = settings(max_examples=40, deadline=None)
NASTY = (
    "\x1b[2J",
    "\x1b]8;;http://x\x07",
    "\x9b31m",
    "\u202e",
    "\u2066",
    "\u200b",
    "\r\n",
    "\n::error::x",
    "::error file=x::",
    "::stop-commands::",
    "##[error]",
    "%0A",
    "]]>",
    "<script>",
    "&amp;",
    "](http://x)",
    "{0}",
    "{name}",
    "%s",
    "'\"",
    "\ud800",
    "\udc80",
    "\ufffe",
    "\x00",
    "\x85",
    "\u2028",
    "🧪",
    "日本",
    "e\u0301",
    "\t",
    " ",
    ",",
    ":",
    "\\",
    "#",
    "?",
)
CODES = (
    "identical-anchors",
    "unused-waiver",
    "unknown-key",
    "too-large",
    "not-slug",
    "duplicate-key",
    "invisible-in-key",
)


def texts(most=60):
    """Texts made of what programs obey, and of anything else."""
    parts = st.lists(st.sampled_from(NASTY) | st.text(max_size=8), max_size=4)
    return parts.map("".join).map(lambda text: text[:most])


def names():
    return texts().filter(lambda name: name not in ("", ".", "/"))


def spans(most=6):
    places = st.tuples(st.integers(1, most), st.integers(1, 30))
    return st.tuples(places, places).map(lambda two: Span(*min(two), *max(two)))


def diagnostics(file):
    facts = st.dictionaries(
        st.sampled_from(("name", "codes", "known", "size", "limit", "got", "key", "line")),
        texts(),
        max_size=4,
    ).map(lambda given: {**dict.fromkeys(("level", "other", "character"), "2"), **given})
    whole = dict.fromkeys(("name", "codes", "size", "limit", "got", "key", "line"), "?")
    return st.builds(
        Diagnostic,
        st.sampled_from(CODES) | texts().filter(bool),
        st.sampled_from(Severity),
        st.just(file),
        st.tuples(texts(), st.integers(0, 9)),
        st.none() | spans(),
        facts.map(lambda given: tuple({**whole, **given}.items())),
        texts(),
        st.lists(st.builds(Related, spans(), texts()), max_size=2).map(tuple),
        st.lists(st.builds(Edit, spans(), texts()), max_size=2).map(tuple),
    )


@st.composite
def hostile_files(draw):
    """A run over up to three files whose names, texts and findings wish us ill."""
    files = []
    for _ in range(draw(st.integers(0, 3))):
        name = draw(names())
        found = draw(st.lists(diagnostics(name), max_size=3))
        readable = draw(st.booleans())
        files.append(FileFindings(name, draw(texts(200)), tuple(found), 1, 2, readable))
    return files
