"""The folder in which small portfolios are scored."""

import pytest
from tests.portfolio.samples import Folder


@pytest.fixture
def folder(tmp_path) -> Folder:
    return Folder(tmp_path)
