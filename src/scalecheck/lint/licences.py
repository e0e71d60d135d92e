"""Licences by name: the identifiers of SPDX that rubrics and their sources use, and phrases."""

import re

# Identifiers of the SPDX list that texts, data and small programs come under.
IDENTIFIERS = (
    *("CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0"),
    *("CC-BY-NC-3.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-3.0", "CC-BY-NC-SA-4.0"),
    *("CC-BY-ND-3.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-3.0", "CC-BY-NC-ND-4.0", "CC-PDDC"),
    *("ODbL-1.0", "ODC-By-1.0", "PDDL-1.0", "OGL-Canada-2.0", "OGL-UK-3.0", "etalab-2.0"),
    *("LiLiQ-P-1.1", "LiLiQ-R-1.1", "LiLiQ-Rplus-1.1", "EUPL-1.2", "GFDL-1.3-or-later"),
    *("MIT", "MIT-0", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Unlicense"),
    *("MPL-2.0", "LGPL-3.0-only", "LGPL-3.0-or-later", "GPL-2.0-only", "GPL-2.0-or-later"),
    *("GPL-3.0-only", "GPL-3.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later"),
)
_KNOWN = frozenset(name.casefold() for name in IDENTIFIERS)
_JOINTS = re.compile(r"[()]|\b(?:AND|OR)\b")
_OWN = re.compile(r"(?:LicenseRef|DocumentRef)-[A-Za-z0-9.:-]+\Z")
_RESERVED = (
    *("all rights reserved", "rights reserved", "not stated", "no licence", "proprietary"),
    *("tous droits réservés", "droits réservés", "non précisé", "sans licence", "propriétaire"),
)
_PHRASES = (*_RESERVED, "public domain", "domaine public", "government work", "crown copyright")


def is_known(licence: str) -> bool:
    """Tell whether a licence is one of the identifiers, several of them, or a plain phrase."""
    said = licence.casefold()
    if any(phrase in said for phrase in _PHRASES):
        return True
    parts = [part.strip() for part in _JOINTS.split(licence) if part.strip()]
    return bool(parts) and all(p.casefold() in _KNOWN or _OWN.match(p) for p in parts)


def is_reserved(licence: str) -> bool:
    """Tell whether a licence lets nobody copy: rights reserved, or nothing said."""
    said = licence.casefold()
    return any(phrase in said for phrase in _RESERVED)


def has_term(licence: str, term: str) -> bool:
    """Tell whether a Creative Commons licence has a term: `NC`, `ND` or `SA`."""
    words = licence.upper().replace(" ", "-").split("-")
    return "CC" in words and term in words
