"""The closed lists that descriptors draw on: sectors, territories, kinds of evidence."""

from functools import cached_property
from typing import Literal

from scalecheck.model.base import Flag, Frozen, Line, Slug
from scalecheck.model.marks import Field
from scalecheck.model.text import Languages, Text


class Word(Frozen):
    """One entry of a closed list. `ages: no` marks evidence that holds as long as it stands."""

    id: Slug
    label: Text
    ages: Flag = True


Words = tuple[Word, ...]


class Vocabularies(Frozen):
    """The closed lists of one place and field."""

    format: Literal["scalecheck/vocabularies@1"]
    id: Slug
    version: Line
    languages: Languages
    notes: Text | None = None
    sectors: Words = Field(default=())
    clienteles: Words = Field(default=())
    territories: Words = Field(default=())
    setting_types: Words = Field(default=())
    roles: Words = Field(default=())
    setting_statuses: Words = Field(default=())
    partner_roles: Words = Field(default=())
    evidence_kinds: Words = Field(default=())
    evidence_statuses: Words = Field(default=())
    issuers: Words = Field(default=())
    supporter_kinds: Words = Field(default=())
    supporter_functions: Words = Field(default=())
    applicant_types: Words = Field(default=())
    funding_purposes: Words = Field(default=())
    funding_recipients: Words = Field(default=())
    funding_statuses: Words = Field(default=())
    confidentialities: Words = Field(default=())

    @cached_property
    def ageless(self) -> frozenset[str]:
        """The kinds of evidence that no age makes stale."""
        return frozenset(word.id for word in self.evidence_kinds if not word.ages)

    def label(self, list_name: str, word: str) -> Text | None:
        """Find the label of a word in one of the lists, or None."""
        return next((w.label for w in getattr(self, list_name) if w.id == word), None)
