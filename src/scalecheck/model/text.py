"""Texts for people, said in French, in English, or in both."""

from collections.abc import Mapping
from typing import Annotated, Any

from scalecheck.model.base import Frozen, Line, refuse
from scalecheck.model.language import Language
from scalecheck.model.marks import BeforeValidator, Field, ValidationInfo, model_validator


class Text(Frozen):
    """One text, in every language it was written in; at least one.

    A document that declares a single language may write a bare text instead of a mapping: the
    reader of documents passes that language as the validation context `language`.
    """

    fr: Line | None = None
    en: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, Mapping):
            if not data:
                refuse("empty-text")
            return data
        if isinstance(data, Text):
            return data
        language = (info.context or {}).get("language")
        if isinstance(data, str) and language is None:
            refuse("text-without-language")
        return {str(language or "fr"): data}

    def said_in(self, language: Language) -> tuple[str, Language]:
        """Say this text in a language, or in the other one where it lacks.

        Returns:
            The words, and the language that they are really in.
        """
        words = self.fr if language is Language.FR else self.en
        if words is not None:
            return words, language
        other = Language.EN if language is Language.FR else Language.FR
        return (self.en if other is Language.EN else self.fr) or "", other


def _read_languages(value: Any) -> Any:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


Languages = Annotated[tuple[Language, ...], BeforeValidator(_read_languages), Field(min_length=1)]
