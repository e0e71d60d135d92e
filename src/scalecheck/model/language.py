"""The languages of reports and commands; apart from the models, so that help stays light."""

from enum import StrEnum


class Language(StrEnum):
    """A language of reports and commands."""

    FR = "fr"
    EN = "en"
