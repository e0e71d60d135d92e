"""Without the optional part, the other formats still come, and the message names what to add."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BLOCKED = """
import sys
sys.modules["typst"] = None
from scalecheck.errors import MissingExtra
from scalecheck.report.page import Printing
from scalecheck.report.writers import WRITERS
from tests.report.pdf.samples import page
try:
    WRITERS["pdf"].write([page()], Printing())
except MissingExtra as error:
    print(error.extra)
"""


def test_what_is_missing_is_named() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert (done.stdout.strip(), done.stderr) == ("pdf", "")
