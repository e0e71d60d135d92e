"""Hostile files: what each is called, how it is made, and the code that it is refused with."""

from collections.abc import Callable
from typing import NamedTuple

HEAD = "format: scalecheck/rubric@1\n"
MANY = 100_000
BIG = 1_900_000


class Hostile(NamedTuple):
    """A file: its name, its text when asked for, and a code among its findings."""

    name: str
    make: Callable[[], str | bytes]
    code: str


def _bomb(item, alias, levels=12):
    lines = [f"a0: &a0 {item}"]
    lines += [f"a{n}: &a{n} {alias.replace('*', f'*a{n - 1}')}" for n in range(1, levels)]
    return HEAD + "\n".join(lines)


def _rubric(more, criteria=10):
    one = (
        "      - {{id: c{0}, title: {{fr: A{0}, en: B{0}}}, question: {{fr: Q, en: R}}, scale: s}}"
    )
    return (
        HEAD + "id: big\nversion: 0.1.0\nlanguages: [fr, en]\ntitle: {fr: Un, en: One}\n"
        "licence: CC-BY-4.0\nnon_answers: {unknown: bounds, not_assessed: bounds, "
        "not_applicable: {reason: required, min_applicable: 60%}, empty_level: blocks}\n"
        "scales: [{id: s, levels: [{value: 0, label: {fr: z, en: zz}}, "
        "{value: 1, label: {fr: y, en: yy}}]}]\n"
        "dimensions:\n  - id: d\n    title: {fr: A, en: B}\n    criteria:\n"
        + "\n".join(one.format(n) for n in range(criteria))
        + f"\nstages: [{{id: st, title: {{fr: A, en: B}}}}]\n{more}"
    )


def _level(value, rule):
    name = f"{{fr: a{value}, en: b{value}}}"
    return f"  - {{value: {value}, stage: st, name: {name}, requires: {rule}}}\n"


def _chain(count):
    lines = [
        f"  - {{id: m{n}, title: {{fr: a{n}, en: b{n}}}, op: min, of: [m{(n + 1) % count}]}}\n"
        for n in range(count)
    ]
    return _rubric("measures:\n" + "".join(lines) + "levels:\n" + _level(1, "{m0: 1}"))


def _zeds(count):
    return "{" + ", ".join(f"z{n}: 1" for n in range(count)) + "}"


def _same_levels(count):
    return "".join(_level(n, "{c1: 1, c2: 1}") for n in range(1, count))


def _wide_majorities():
    profile = "{" + ", ".join(f"c{n}: 1" for n in range(60)) + "}"
    rule = f"{{majority: {{threshold: 50%, profile: {profile}}}}}"
    return _rubric("levels:\n" + "".join(_level(n, rule) for n in range(1, 200)), 60)


NESTED = {
    "flow": "[",
    "block": "- ",
    "mapping": "{a: ",
    "key": "? ",
    "flow-key": "{? ",
    "mixed": "[{a: ",
}
PIECES = {
    "quoted": ('title: "', "x", '"\n', "scalar-too-long"),
    "quoted-lines": ("title: '", "x\n", "'\n", "scalar-too-long"),
    "plain": ("title: ", "x ", "\n", "scalar-too-long"),
    "block": ("title: |\n", "  xxxxxxxx\n", "", "scalar-too-long"),
    "folded": ("title: >\n", "  xxxxxxxx\n", "", "scalar-too-long"),
    "key": ("", "x", ": a\n", "yaml-missing-colon"),
    "explicit-key": ('? "', "x", '"\n: a\n', "scalar-too-long"),
    "tag": ("a: !", "x", " b\n", "tag-refused"),
    "alias": ("a: *", "x", "\n", "alias-unknown"),
    "anchor": ("x-a: &", "x", " b\n", "scalar-too-long"),
    "comment": ("# ", "x", "\n", "missing-key"),
    "comments": ("", "#\n", "", "missing-key"),
    "blank-lines": ("", "\n", "", "missing-key"),
    "carriage-returns": ("", "\r", "", "missing-key"),
    "tabs": ("", "\t", "", "yaml-tab"),
    "dashes": ("", "- ", "", "yaml-stray-dash"),
    "colons": ("", ": ", "", "empty-key"),
    "questions": ("", "?\n", "", "too-many-findings"),
    "documents": ("", "---\n", "", "several-documents"),
    "quotes": ("x-a: ", "''", "\n", "scalar-too-long"),
    "open-quote": ('x-a: "', "a\n", "", "yaml-unclosed-quote"),
    "one-line": ("x-a: [", "abcdefghijklmnopqrstuv, ", "]\n", "missing-key"),
    "one-line-broken": ("x-a: [", "abcdefghijklmnopqrstuv, ", "}\n", "yaml-bad-start"),
    "short-lines": ("x-a:\n", "- abcdefghijklmnopqrst\n", "", "missing-key"),
    "shorter-lines": ("x-a:\n", "- a\n", "", "too-many-nodes"),
    "empty-items": ("x-a:\n", "-\n", "", "too-many-findings"),
}
NUMBERED = {
    "same-key": ("k: 1\n", "too-many-findings"),
    "empty-values": ("k{}:\n", "too-many-findings"),
    "unknown-keys": ("k{}: 1\n", "unknown-key"),
    "no-break-spaces": ("k{}\u00a0: 1\n", "too-many-findings"),
    "cyrillic": ("аk{}: 1\n", "too-many-findings"),
    "glued": ("k{}:v\n", "yaml-space-after-colon"),
    "anchors": ("x-{}: &a{} x\n", "missing-key"),
    "long-keys": ("k{}" + "k" * 600 + ": {{" + "z" * 600 + ": 1}}\n", "unknown-key"),
}


def _repeat(start, piece, end):
    times = (BIG - len(start) - len(end)) // len(piece)
    return HEAD + start + piece * times + end


def _number(line):
    times = min(47_000, BIG // len(line.format(99_999, 99_999).encode()))
    return HEAD + "".join(line.format(n, n) for n in range(times))


HOSTILE = (
    Hostile("bomb", lambda: _bomb("[x, x, x, x]", "[*, *, *, *, *, *]"), "alias-too-large"),
    Hostile("bomb-of-keys", lambda: _bomb("{a: x}", "{a: *, b: *, c: *}"), "alias-too-large"),
    Hostile("circle", lambda: HEAD + "a: &a [*a]\n", "alias-cycle"),
    *(Hostile(f"deep-{n}", lambda o=o: o * MANY, "too-deep") for n, o in NESTED.items()),
    *(
        Hostile(f"deep-{n}-below", lambda o=o: f"{HEAD}a:\n  {o * MANY}", "too-deep")
        for n, o in NESTED.items()
    ),
    Hostile("deep-lines", lambda: "".join(" " * n + "k:\n" for n in range(1_900)), "too-deep"),
    Hostile("deep-closed", lambda: f"{HEAD}a: {'[' * MANY}{']' * MANY}\n", "too-deep"),
    *(Hostile(n, lambda p=p: _repeat(*p[:3]), p[3]) for n, p in PIECES.items()),
    *(Hostile(n, lambda p=p: _number(p[0]), p[1]) for n, p in NUMBERED.items()),
    Hostile("digits", lambda: f"{HEAD}levels: [{{value: {'9' * 90_000}}}]\n", "missing-key"),
    Hostile("exponents", lambda: HEAD + "levels: [{value: 1e999999999}]\n", "missing-key"),
    Hostile("zeros", lambda: b"\0" * BIG, "encoding-utf16"),
    Hostile(
        "not-utf8-late", lambda: (HEAD + "#\n" * 900_000).encode() + b"\xe9 ", "encoding-windows"
    ),
    Hostile("control-late", lambda: HEAD + "#\n" * 900_000 + "\a", "control-character"),
    Hostile(
        "waivers",
        lambda: HEAD + "x-a:\n" + "- a # scalecheck: ignore[a-b] parce que\n" * 30_000,
        "missing-key",
    ),
    Hostile(
        "waivers-above",
        lambda: HEAD + "x-a:\n" + "# scalecheck: ignore[a-b] parce que\n" * 30_000,
        "missing-key",
    ),
)

# What could be read, and is far larger than any rubric: it must end all the same.
ENORMOUS = (
    Hostile("circle-of-measures", lambda: _chain(5_000), "cycle"),
    Hostile("references", lambda: _rubric("levels:\n" + _level(1, _zeds(40_000))), "unknown-node"),
    Hostile("criteria", lambda: _rubric("levels:\n" + _level(1, "{c0: 1}"), 4_000), ""),
    Hostile("levels", lambda: _rubric("levels:\n" + _same_levels(5_000)), ""),
    Hostile("majorities", _wide_majorities, ""),
)
