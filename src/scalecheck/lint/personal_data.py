"""Personal data in a text: e-mail addresses, phone, health-insurance and social-insurance numbers.

Every pattern is tried once a place and has a bounded length: the time is that of the text. What
is found is named, never repeated.
"""

import re
from collections.abc import Iterator

# A mailbox of an organisation is no one's personal datum.
_FUNCTIONS = frozenset(
    (
        *("accueil", "adhesion", "admin", "administration", "bonjour", "bureau", "comm"),
        *("communication", "communications", "contact", "courrier", "direction", "general"),
        *("hello", "info", "infos", "mail", "office", "projet", "projets", "reception"),
        *("secretariat", "services", "support"),
    )
)
_EMAIL = re.compile(
    r"(?<![\w.%+-])([\w.%+-]{1,64})@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}"
)
_GAP = "[ .\u00a0\u202f\u2011-]"
_PHONE = re.compile(
    rf"(?<![\d.,-])(?:\+?1{_GAP}?)?(?:\([2-9]\d\d\)[ \u00a0]?|[2-9]\d\d{_GAP})"
    rf"[2-9]\d\d{_GAP}\d{{4}}(?![\d])"
)
# RAMQ: three letters of the name, one of the first name, the date of birth (50 more in the month
# of a woman's), two figures.
_HEALTH = re.compile(
    r"(?<![A-Z0-9])[A-Z]{4}[ \u00a0-]?\d\d(?:[05][1-9]|[16][0-2])[ \u00a0-]?"
    r"(?:0[1-9]|[12]\d|3[01])\d\d(?!\d)"
)
_SOCIAL = re.compile(
    r"(?<![\d.,-])([1-79]\d\d)([ \u00a0\u202f-])(\d{3})\2(\d{3})(?![\d,.]\d|\d|[ \u00a0\u202f-]\d)"
)
_NAMED = re.compile(r"\b(?:NAS|N\.A\.S\.|SIN)\b[^\d\n]{0,12}([1-79]\d{8})(?!\d)")
_AMOUNT = re.compile("[ \u00a0\u202f]?[$€%]")


def find_personal_data(text: str) -> Iterator[str]:
    """Name each sort of personal data that a text holds, once each.

    Yields:
        `email`, `phone`, `health-number`, `social-number`.
    """
    if "@" in text and any(_is_personal(match[1]) for match in _EMAIL.finditer(text)):
        yield "email"
    if not any(character.isdigit() for character in text):
        return
    if _PHONE.search(text):
        yield "phone"
    if _HEALTH.search(text):
        yield "health-number"
    if _holds_social_number(text):
        yield "social-number"


def _is_personal(mailbox: str) -> bool:
    return mailbox.casefold() not in _FUNCTIONS


def _holds_social_number(text: str) -> bool:
    if any(_is_luhn(match[1]) for match in _NAMED.finditer(text)):
        return True
    found = ((m[1] + m[3] + m[4], text[m.end() : m.end() + 2]) for m in _SOCIAL.finditer(text))
    return any(_is_luhn(digits) and not _AMOUNT.match(after) for digits, after in found)


def _is_luhn(digits: str) -> bool:
    """Tell whether the check digit holds. Source: Luhn 1960, US patent 2,950,048."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + position % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
