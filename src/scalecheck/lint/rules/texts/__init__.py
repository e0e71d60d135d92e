"""The rules about texts: two languages that say the same, in words that anyone can use."""

from scalecheck.lint.rule import Rule
from scalecheck.lint.rules.texts import (
    advice_months_differ,
    figures_differ,
    french_typography,
    length_drift,
    missing_translation,
    ocr_debris,
    placeholder_text,
    placeholders_differ,
    same_text_two_translations,
    size_proxy,
    swapped_languages,
    term_translated_otherwise,
    undeclared_language,
    untranslated_text,
    vague_anchor,
    wrong_language,
)

TEXTS: tuple[Rule, ...] = (
    missing_translation.RULE,
    undeclared_language.RULE,
    untranslated_text.RULE,
    swapped_languages.RULE,
    wrong_language.RULE,
    placeholders_differ.RULE,
    figures_differ.RULE,
    length_drift.RULE,
    same_text_two_translations.RULE,
    term_translated_otherwise.RULE,
    french_typography.RULE,
    ocr_debris.RULE,
    placeholder_text.RULE,
    vague_anchor.RULE,
    size_proxy.RULE,
    advice_months_differ.RULE,
)
