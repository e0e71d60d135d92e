"""One browser for the tests of the dashboard."""

from collections.abc import Iterator

import pytest
from tests.browser import Browser


@pytest.fixture(scope="module")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(chromium, tmp_path_factory.mktemp("browser")) as found:
        yield found
