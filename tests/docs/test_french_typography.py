"""French pages follow Québec usage: no-break spaces, curly apostrophes, nothing before `; ! ?`."""

import re

import pages
import pytest

FRENCH = (
    "README.fr.md",
    *sorted(str(p.relative_to(pages.TOP)) for p in (pages.TOP / "docs/fr").glob("*.md")),
)
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`|<!--.*?-->|\]\([^)]*\)|<[^>\s]*>", re.M | re.S)


def prose(path: str) -> str:
    return _CODE.sub("x", pages.read(path))


@pytest.mark.parametrize("path", FRENCH)
@pytest.mark.parametrize(
    ("fault", "what"),
    [
        (r"\S [:»%$](?=[\s,.;|)*_]|$)", "an ordinary space before a sign"),
        (r"«[^\u00a0]", "no no-break space after an opening quotation mark"),
        (r"[^\W\d_]:(?!/)(?=\s|$)", "no space before a colon"),
        (r"\s[;!?](?=\s|$)", "a space before a semicolon or a mark"),
        (r"\w'\w", "a straight apostrophe"),
        (r"\d%", "no space before a percent sign"),
        (r"[\w]·[\w]|\(e\)", "a mid-dot or a bracketed feminine"),
    ],
)
def test_a_french_page_follows_quebec_usage(path: str, fault: str, what: str) -> None:
    found = [m.group() for m in re.finditer(fault, prose(path), re.MULTILINE)]
    assert not found, f"{path}: {what}: {found}"
