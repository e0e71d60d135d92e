"""JUnit reports: valid by the schema of Jenkins, two tests a file, harmless whatever they hold."""

from pathlib import Path

from hypothesis import given
from lxml import etree
from tests.report.findings.samples import EN, FEW, file_of, finding, hostile_files, same_words, show

from scalecheck.report.findings.screen import neutralise

SCHEMA = etree.XMLSchema(
    etree.parse(Path(__file__).parent.with_name("schemas").joinpath("junit-10.xsd"))
)


def read(files, language=EN):
    tree = etree.fromstring(show(files, "junit", language).encode("utf-8"))
    SCHEMA.assertValid(tree)
    return tree


def test_a_clean_file_has_a_test_for_its_reading_and_one_for_the_rules():
    assert show([file_of()], "junit", EN) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="scalecheck" tests="2" failures="0" errors="0">\n'
        '  <testsuite name="f.yaml" tests="2" failures="0" errors="0" skipped="0">\n'
        '    <testcase classname="f.yaml" name="Reading and structure"/>\n'
        '    <testcase classname="f.yaml" name="Rules"/>\n'
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_an_error_fails_its_test_and_a_warning_is_only_printed():
    tree = read([file_of(finding(name="x"), same_words())])
    reading, rules = tree.iter("testcase")
    (failure,) = reading
    assert (failure.tag, failure.get("message")) == ("failure", "1 error")
    assert failure.text.startswith("f.yaml:2:3: error: The key “x” does not belong here.")
    assert "    |   ^^^^" in failure.text
    assert [part.tag for part in rules] == ["system-out"]
    assert tree.get("failures") == tree[0].get("failures") == "1"


def test_a_file_that_cannot_be_read_is_an_error_and_no_rule_was_applied():
    unread = file_of(finding("no-such-file", line=0), text="", is_readable=False)
    tree = read([unread])
    reading, rules = tree.iter("testcase")
    assert reading[0].tag == "error"
    assert rules[0].get("message") == "The file could not be read: no rule was applied."
    assert (tree.get("errors"), tree[0].get("skipped")) == ("1", "1")


def test_names_are_shown_without_what_xml_forbids():
    tree = read([file_of(file="a\"<&>'\x00\n\ufffe]]>.yaml")])
    assert tree[0].get("name") == "a\"<&>'\\u0000\\u000A\\uFFFE]]>.yaml"


@FEW
@given(hostile_files())
def test_any_run_is_valid_and_is_read_back(files):
    tree = read(files)
    assert [suite.get("name") for suite in tree] == [neutralise(file.file) for file in files]
    for suite, file in zip(tree, files, strict=True):
        told = "".join(suite.itertext())
        assert all(neutralise(one.file) in told for one in file.diagnostics)
        assert len(suite) == 2
