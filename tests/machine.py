"""Parts of the system that some tests need: found, or a reason to skip; in CI, a failure."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest


def needed(*names: str, variable: str = "") -> str:
    """Find a program by one of its names, or by a variable that holds its path.

    Where it is not, the test is skipped; `SCALECHECK_REQUIRE_ALL` makes that a failure.
    """
    places = (os.environ.get(variable), *map(shutil.which, names))
    found = next(filter(None, places), None)
    absent(names[0], found is not None)
    return found or ""


def node_module(name: str) -> Path:
    """Find a file that npm installed, in `SCALECHECK_NODE_MODULES`."""
    path = Path(os.environ.get("SCALECHECK_NODE_MODULES", "node_modules")) / name
    absent(f"{name} (npm install --prefix DIR axe-core vnu-jar)", path.is_file())
    return path


def absent(name: str, is_there: bool) -> None:
    """Skip a test that lacks something, or fail it where everything must be there."""
    if not is_there and os.environ.get("SCALECHECK_REQUIRE_ALL"):
        pytest.fail(f"{name} is required here, and it is not installed")
    if not is_there:
        pytest.skip(f"{name} is not installed")


def convert(soffice: str, folder: Path, kind: str, *files: Path) -> Path:
    """Have LibreOffice save files in another format, into a folder of that name."""
    home, into = (folder / "home").as_uri(), folder / kind
    run = [soffice, "--headless", f"-env:UserInstallation={home}", "--convert-to", kind]
    run += ["--outdir", str(into), *map(str, files)]
    subprocess.run(run, check=True, capture_output=True, timeout=500)
    return into


def schema_errors(validator: str, path: Path) -> Sequence[object]:
    """What the schemas of Office find wrong with a file."""
    done = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False)
    errors: Sequence[object] = json.loads(done.stdout)["errors"]
    return errors
