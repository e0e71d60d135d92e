"""Parts of the system that some tests need: found, or a reason to skip; in CI, a failure."""

import os
import shutil

import pytest


@pytest.fixture(scope="session")
def chromium() -> str:
    """The headless browser. `SCALECHECK_REQUIRE_ALL` turns its absence into a failure."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    if found is None and os.environ.get("SCALECHECK_REQUIRE_ALL"):
        pytest.fail("Chromium is required here, and it is not installed")
    if found is None:
        pytest.skip("Chromium is not installed")
    return found
