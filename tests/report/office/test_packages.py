"""What holds for Word and Excel alike: whole packages, same bytes, the result carried, no guest."""

import hashlib
import io
import json
import posixpath
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

import pytest
from tests.report.office import pages
from tests.report.office.pages import EN, FR, RESULT

from scalecheck.report.office.package import CONTENT_TYPES, read_parts
from scalecheck.report.office.result import NAMESPACE, read_result
from scalecheck.report.office.text import locale, tidy
from scalecheck.report.page import Printing
from scalecheck.report.view.address import web_address
from scalecheck.report.writers import docx, xlsx

WRITERS = {"docx": docx.write, "xlsx": xlsx.write}
MADE = {
    "every": lambda: [pages.every_block(FR), pages.every_block(EN)],
    "hostile": lambda: [pages.hostile()],
    "long": lambda: [pages.long_texts()],
    "empty": lambda: [pages.page()],
}
EVERY = pytest.mark.parametrize("kind", WRITERS)
CASES = pytest.mark.parametrize("case", MADE)
AGAIN = """
import hashlib, sys
sys.path.insert(0, ".")
from tests.report.office import pages
from scalecheck.report.page import Printing
from scalecheck.report.writers import docx, xlsx
for writer in (docx, xlsx):
    made = [pages.every_block(pages.FR), pages.every_block(pages.EN)]
    print(hashlib.sha256(writer.write(made, Printing(result=pages.RESULT))).hexdigest())
"""
WITHOUT = """
import sys
sys.modules["{guest}"] = None
sys.path.insert(0, ".")
from tests.report.office import pages
from scalecheck.errors import MissingExtra
from scalecheck.report.page import Printing
from scalecheck.report.writers import WRITERS
try:
    print(len(WRITERS["{kind}"].write([pages.every_block()], Printing())) > 0)
except MissingExtra as missing:
    print(missing.extra)
"""


def python(script, seed="0"):
    environment = {"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin", "PYTHONPATH": "src"}
    run = [sys.executable, "-c", script]
    done = subprocess.run(run, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@EVERY
@CASES
def test_every_part_is_well_formed_and_every_relationship_leads_somewhere(kind, case):
    parts = read_parts(WRITERS[kind](MADE[case](), Printing(result=RESULT)))
    types = parts[CONTENT_TYPES].decode()
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            root = ElementTree.fromstring(part)
            assert not (name.endswith(".rels") and list(dangling(name, root, parts))), name
        extension = name.rpartition(".")[2]
        assert f'"/{name}"' in types or f'Extension="{extension}"' in types, name


def dangling(name, root, parts):
    folder = posixpath.dirname(posixpath.dirname(name))
    for one in root:
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target")))
            if target.lstrip("/") not in parts:
                yield target


def test_two_processes_write_the_same_bytes():
    assert python(AGAIN, "1") == python(AGAIN, "2") == [
        hashlib.sha256(
            write([pages.every_block(FR), pages.every_block(EN)], Printing(result=RESULT))
        ).hexdigest()
        for write in WRITERS.values()
    ]  # fmt: skip


@EVERY
def test_entries_bear_no_clock(kind):
    data = WRITERS[kind]([pages.every_block()], Printing())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[0] == CONTENT_TYPES


@EVERY
def test_the_result_is_carried_and_read_back(kind):
    data = WRITERS[kind]([pages.every_block()], Printing(result=RESULT))
    assert json.loads(read_result(data)) == json.loads(RESULT)


@EVERY
def test_no_result_is_carried_unless_asked(kind):
    data = WRITERS[kind]([pages.every_block()], Printing())
    assert read_result(data) == ""
    assert not [name for name in read_parts(data) if name.startswith("customXml")]


@pytest.mark.parametrize("data", [b"", b"PK", b"<html></html>"])
def test_what_is_no_package_carries_nothing(data):
    assert read_result(data) == ""


def test_a_part_that_declares_entities_is_not_read():
    out = io.BytesIO()
    part = f'<!DOCTYPE a [<!ENTITY b "c">]><result xmlns="{NAMESPACE}">&b;</result>'
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("customXml/item1.xml", part)
    assert read_result(out.getvalue()) == ""


@pytest.mark.parametrize(
    ("kind", "guest"), [("docx", "docx"), ("xlsx", "xlsxwriter")]
)  # fmt: skip
def test_a_guest_that_is_missing_is_named(kind, guest):
    assert python(WITHOUT.format(kind=kind, guest=guest)) == [kind]


def test_word_needs_no_typst_to_be_written():
    assert python(WITHOUT.format(kind="docx", guest="typst")) == ["True"]


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "https://", "http://a b", "#x",
     "mailto:", "data:text/html,x", "https://example.org/" + "a" * 3000, 'https://a"onclick'],
)  # fmt: skip
def test_what_is_no_safe_address_is_no_link(link):
    assert web_address(link) == ""


def test_safe_addresses_are_kept():
    assert web_address("HTTPS://example.org/é?a=1#b") == "https://example.org/é?a=1#b"
    assert web_address("mailto:info@example.org") == "mailto:info@example.org"


def test_languages_are_named_as_office_files_do():
    assert [locale(one) for one in ("fr", EN, "iu-CA", "xx<", "")] == [
        "fr-CA",
        "en-CA",
        "iu-CA",
        "",
        "",
    ]


def test_a_text_made_tidy_twice_is_the_same():
    for text in pages.HOSTILE:
        assert tidy(tidy(text)) == tidy(text)
