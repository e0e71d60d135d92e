"""What many tests need of the system."""

import pytest
from tests.machine import needed


@pytest.fixture(scope="session")
def chromium() -> str:
    """The headless browser."""
    return needed("chromium", "chrome", variable="CHROMIUM")


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice."""
    return needed("soffice", variable="SOFFICE")


@pytest.fixture(scope="session")
def validator() -> str:
    """The Open XML validator: files of Office against their schemas."""
    return needed("ooxml-validator", variable="OOXML_VALIDATOR")


@pytest.fixture(scope="session")
def java() -> str:
    """A Java machine."""
    return needed("java")
