"""From files to values: what cannot be had, and what is found in what can."""

import os
import stat
from fractions import Fraction

import pytest

from corpus import FOLDER
from scalecheck.errors import InvalidDocument, UnreadableSource
from scalecheck.model.language import Language
from scalecheck.report.findings.text import render_text
from scalecheck.source.document import parse
from scalecheck.source.files import read_bytes, read_document
from scalecheck.source.kinds import kind_meant, kind_named, kind_of
from scalecheck.source.load import build, examine, load
from scalecheck.source.tree import Limits

RUBRIC = (FOLDER / "with" / "petite-grille.yaml").read_text(encoding="utf-8")
KIND = kind_named("rubric")


def code_of(call):
    with pytest.raises(UnreadableSource) as caught:
        call()
    (finding,) = caught.value.diagnostics
    assert finding.span is None
    for language in Language:
        assert finding.code in render_text(caught.value.diagnostics, language, {})
    return finding.code


def found_in(text, kind=KIND):
    return examine(parse(text.encode(), "f"), kind)[1]


def test_a_file_that_is_not_there(tmp_path):
    assert code_of(lambda: read_bytes(tmp_path / "absent.yaml")) == "no-such-file"


def test_a_folder(tmp_path):
    assert code_of(lambda: read_bytes(tmp_path)) == "not-a-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFO on this system")
def test_a_pipe_is_refused_and_does_not_hang(tmp_path):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert code_of(lambda: read_bytes(tmp_path / "pipe.yaml")) == "not-a-file"


def test_a_device_is_refused():
    assert code_of(lambda: read_bytes(type(FOLDER)(os.devnull))) == "not-a-file"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    file = tmp_path / "closed.yaml"
    file.write_text("a: 1")
    file.chmod(stat.S_IWUSR)
    assert code_of(lambda: read_bytes(file)) == "no-permission"


def test_a_refused_permission_is_told(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert code_of(lambda: read_bytes(tmp_path / "closed.yaml")) == "no-permission"


@pytest.mark.parametrize("name", ["nul\0.yaml", "x" * 5000])
def test_a_name_that_the_system_refuses(tmp_path, name):
    assert code_of(lambda: read_bytes(tmp_path / name)) == "unreadable-file"


@pytest.mark.parametrize("name", ['it\'s "quoted".yaml', "two\nlines.yaml", "é 😀.yaml"])
def test_a_strange_name_is_read_and_told_on_one_line(tmp_path, name):
    file = tmp_path / name
    file.write_text("a: [")
    with pytest.raises(UnreadableSource) as caught:
        read_document(file)
    text = render_text(caught.value.diagnostics, Language.FR, {})
    assert len(text.splitlines()) == 2
    assert "yaml-unclosed-list" in text


def test_a_file_over_the_limit_is_not_read_whole(tmp_path):
    file = tmp_path / "large.yaml"
    with file.open("wb") as out:
        out.truncate(Limits().size * 100)
    assert code_of(lambda: read_bytes(file)) == "too-large"


def test_a_valid_file_gives_its_value_and_exact_numbers(tmp_path):
    file = tmp_path / "grille.yaml"
    file.write_text(RUBRIC.replace("weight: 2", "weight: 0.70"), encoding="utf-8")
    rubric = load(file, KIND).value
    assert rubric.criteria[1].weight == Fraction(7, 10)


def test_an_invalid_file_raises_everything_at_once():
    document = parse(RUBRIC.replace("scale: maturite", "scale: x").encode(), "f")
    with pytest.raises(InvalidDocument) as caught:
        build(document, KIND)
    assert [d.code for d in caught.value.diagnostics] == ["unknown-scale"] * 3


def test_a_refused_part_does_not_hide_a_reference_to_nowhere():
    text = RUBRIC.replace("weight: 2", "weight: deux").replace("{ampleur: 1}", "{ampluer: 1}")
    assert [d.code for d in found_in(text)] == ["not-number", "unknown-node"]


def test_what_a_refused_part_named_is_not_said_to_be_unknown():
    text = RUBRIC.replace("{id: ancrage, title:", "{id: ancrage, 3: x, title:")
    text = text.replace("scale: maturite, weight: 2}", "weight: 2}")
    assert [d.code for d in found_in(text)] == ["missing-key", "unknown-key"]


def test_a_part_without_its_name_hides_the_references_that_may_lead_to_it():
    text = RUBRIC.replace("id: depart, title", "id: Départ, title")
    assert [d.code for d in found_in(text)] == ["not-slug"]


def test_another_check_is_run_on_what_is_left():
    document = parse(RUBRIC.replace("weight: 2", "weight: deux").encode(), "f")
    seen = []
    examine(document, KIND, lambda rubric: seen.append(rubric.id) or ())
    assert seen == ["petite-grille"]


def test_findings_are_in_the_order_of_the_file():
    text = RUBRIC.replace("licence:", "license:").replace("weight: 2", 'weight: "2"')
    spans = [d.span for d in found_in(text + "zebre: 1\n")]
    assert spans == sorted(spans)


def test_the_kind_is_read_from_the_format():
    assert kind_of(parse(RUBRIC.encode(), "f")) == KIND
    assert kind_of(parse(b"format: autre\n", "f")) is None
    assert kind_of(parse(b"[", "f")) is None


@pytest.mark.parametrize(
    ("first", "meant"),
    [
        ("", KIND),
        ("format: scalecheck/rubrik@1\n", KIND),
        ("format: scalecheck/rubric@2\n", KIND),
        ("format: compose/3\n", None),
    ],
)
def test_the_kind_that_was_meant_is_guessed(first, meant):
    text = RUBRIC.replace("format: scalecheck/rubric@1\n", first)
    assert kind_meant(parse(text.encode(), "f")) == meant


def test_a_stranger_without_a_format_gets_one_finding():
    found = found_in("services: {web: {image: x}}\nversion: 3\nnetworks: {}\nvolumes: {}\n")
    assert [d.code for d in found] == ["missing-format"]


HEAD = RUBRIC[: RUBRIC.index("measures:")]
TAIL = RUBRIC[RUBRIC.index("stages:") :]


def measures(lines):
    return f"{HEAD}measures:\n{''.join(lines)}{TAIL}"


def test_a_long_chain_of_measures_is_refused_and_not_followed():
    chain = [f"  - {{id: m{n}, op: min, of: m{n + 1}}}\n" for n in range(3000)]
    found = found_in(measures([*chain, "  - {id: m3000, op: min, of: ampleur}\n"]))
    assert [d.code for d in found] == ["chain-too-long"]


def test_a_chain_of_reasonable_length_is_read():
    chain = [f"  - {{id: m{n}, op: min, of: m{n + 1}}}\n" for n in range(20)]
    assert found_in(measures([*chain, "  - {id: m20, op: min, of: ampleur}\n"])) == ()


def test_a_long_loop_is_refused_and_not_followed():
    loop = [f"  - {{id: m{n}, op: min, of: m{(n + 1) % 3000}}}\n" for n in range(3000)]
    assert "cycle" in [d.code for d in found_in(measures(loop))]


def test_many_references_to_nowhere_stay_bounded():
    lines = [f"  - {{id: m{n}, op: min, of: z{n}}}\n" for n in range(4000)]
    found = found_in(measures(lines))
    assert len(found) == 1000
    assert max(len(str(d)) for d in found) < 20_000
