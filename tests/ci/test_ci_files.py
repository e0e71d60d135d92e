"""What other repositories run: the action, the hooks, the GitLab job."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from scalecheck.cli.app import build

TOP = Path(__file__).parent.parent.parent
FAULTS = TOP / "tests" / "lint" / "faults" / "published"
SCRIPT = TOP / ".ci" / "action"

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


def read(name):
    return yaml.safe_load((TOP / name).read_text(encoding="utf-8"))


def options_of(name):
    command = get_command(build()).commands[name]
    return {option for param in command.params for option in param.opts}


@pytest.fixture
def runner(tmp_path):
    """A runner of GitHub's: its folders, and the tool where the action installs it."""
    bin_folder = tmp_path / "temp" / "scalecheck" / "bin"
    bin_folder.mkdir(parents=True)
    tool = bin_folder / "scalecheck"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m scalecheck "$@"\n')
    tool.chmod(0o755)
    (tmp_path / "work").mkdir()
    return tmp_path


def act(runner, **inputs):
    environment = {
        **os.environ,
        "RUNNER_TEMP": str(runner / "temp"),
        "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
        "GITHUB_OUTPUT": str(runner / "output.txt"),
        "PYTHONPATH": str(TOP / "src"),
        "XDG_CACHE_HOME": str(runner / "cache"),
        "LANGUAGE": "en",
        "SEVERITY": "error",
        "PATHS": "rubrics",
        **inputs,
    }
    return subprocess.run(
        ["bash", str(SCRIPT)],
        cwd=runner / "work",
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@needs_bash
def test_the_action_annotates_summarises_and_tells_its_code(runner):
    rubrics = runner / "work" / "rubrics"
    rubrics.mkdir()
    shutil.copy(FAULTS / "key-written-twice.yaml", rubrics)
    done = act(runner, SARIF="findings.sarif")
    assert done.returncode == 1, done.stderr
    assert "::error file=rubrics/key-written-twice.yaml,line=29,col=9" in done.stdout
    assert (runner / "output.txt").read_text() == "code=1\n"
    summary = (runner / "summary.md").read_text(encoding="utf-8")
    assert "duplicate-key" in summary
    assert all(line.startswith("    ") for line in summary.splitlines())
    findings = json.loads((runner / "work" / "findings.sarif").read_text(encoding="utf-8"))
    assert findings["version"] == "2.1.0"


@needs_bash
def test_the_action_checks_every_path_and_takes_none_for_a_command(runner):
    work = runner / "work"
    for name in ("$(touch bad).yaml", "-x.yaml", "with space.yaml"):
        shutil.copy(FAULTS / "maximum-out-of-reach.yaml", work / name)
    done = act(runner, PATHS="$(touch bad).yaml\n-x.yaml\n\nwith space.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("::warning ") == 3
    assert not (work / "bad").exists()


@needs_bash
def test_the_action_compares_with_what_stood_before(runner):
    work = runner / "work"
    (work / "before").mkdir()
    text = (TOP / "rubrics" / "screening.yaml").read_text(encoding="utf-8")
    (work / "before" / "screening.yaml").write_text(text, encoding="utf-8")
    changed = text.replace("resultats: 1, noyau", "resultats: 2, noyau")
    (work / "screening.yaml").write_text(changed, encoding="utf-8")
    done = act(runner, PATHS="screening.yaml", AGAINST="before")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "version-not-raised" in done.stdout


def test_the_action_pastes_no_input_into_its_scripts():
    action = read("action.yml")
    for step in action["runs"]["steps"]:
        assert "${{" not in step["run"]
    used = set(re.findall(r"inputs\.(\w+)", (TOP / "action.yml").read_text(encoding="utf-8")))
    assert used == set(action["inputs"])
    assert all(" · " in one["description"] for one in action["inputs"].values())


def test_the_hooks_call_commands_that_exist():
    for hook in read(".pre-commit-hooks.yaml"):
        tool, command, *_ = shlex.split(hook["entry"])
        assert (tool, command in ("check", "rubrics")) == ("scalecheck", True)
        assert hook["language"] == "python"


def test_the_hooks_take_our_files_and_leave_the_others():
    check, tests = read(".pre-commit-hooks.yaml")
    assert re.search(check["files"], "rubrics/is-echelle.yaml")
    assert re.search(check["files"], "programme/grilles/tri.yaml")
    assert not re.search(check["files"], ".github/workflows/tests.yaml")
    assert re.search(tests["files"], "rubrics/is-echelle.test.yaml")
    assert not re.search(tests["files"], "rubrics/is-echelle.yaml")


def test_the_gitlab_job_uses_options_that_exist():
    job = read("docs/ci/gitlab.yml")["scalecheck"]
    line = next(line for line in job["script"] if line.startswith("scalecheck check"))
    used = {word for word in shlex.split(line) if word.startswith("--")}
    assert used <= options_of("check")
    report = job["artifacts"]["reports"]["codequality"]
    assert report in line


@pytest.mark.parametrize("page", ["docs/fr/rubric-maintainer.md", "docs/en/rubric-maintainer.md"])
def test_the_guides_name_hooks_and_inputs_that_exist(page):
    text = (TOP / page).read_text(encoding="utf-8")
    hooks = {hook["id"] for hook in read(".pre-commit-hooks.yaml")}
    assert (
        set(re.findall(r"- id: ([\w-]+)", text)) - {"premiers-resultats", "resultats-amorces"}
        == hooks
    )
    named = set(re.findall(r"`(severity|against|sarif|baseline|paths): ", text))
    assert named <= set(read("action.yml")["inputs"])
