"""Read a table of words: the plain lines that ours are made of at once, anything else as TOML.

A library for the whole of TOML takes longer to read the words of a report than to assess one.
"""

from collections.abc import Mapping

Table = dict[str, object]


def read_table(text: str) -> Mapping[str, object]:
    """Read a table of words, as `tomllib` does.

    Args:
        text: TOML. Known here: `[a.table]`, `key = "words"`, a comment on its own line, and
            `key = { one = "words", other = "words" }`. One other line, and `tomllib` reads all.
    """
    root: Table = {}
    here = root
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        if line[0] == "[" and line[-1] == "]" and _is_bare(line[1:-1].replace(".", "")):
            here = _open(root, line[1:-1])
            continue
        key, _, value = line.partition(" = ")
        words = _words(value) if _is_bare(key) and "\\" not in value else None
        if words is None:
            import tomllib

            return tomllib.loads(text)
        here[key] = words
    return root


def _is_bare(key: str) -> bool:
    return key.isascii() and key.replace("-", "").replace("_", "").isalnum()


def _open(root: Table, path: str) -> Table:
    here = root
    for name in path.split("."):
        inner = here.setdefault(name, {})
        if not isinstance(inner, dict):
            raise ValueError(f"[{path}] is a text already")
        here = inner
    return here


def _words(value: str) -> str | dict[str, str] | None:
    """Read one text, or the two forms of a plural; None for anything else."""
    match value.split('"'):
        case ["", text, ""]:
            return text
        case ["{ one = ", one, ", other = ", other, " }"]:
            return {"one": one, "other": other}
        case _:
            return None
