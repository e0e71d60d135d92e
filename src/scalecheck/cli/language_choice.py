"""Which language to speak, settled before anything is parsed, so that misuse is told in it too."""

from collections.abc import Iterator, Mapping, Sequence

from scalecheck.model.language import Language

VARIABLES = ("SCALECHECK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(argv: Sequence[str], environ: Mapping[str, str]) -> Language:
    """Choose the language of commands and reports.

    Args:
        argv: the words after the name of the program; the last `--lang` before a bare `--` wins.
        environ: read in the order of `VARIABLES`; a locale such as `en_CA.UTF-8` counts by its
            language.

    Returns:
        The first that is said among those, French when none is. What is neither French nor
        English (`C`, `POSIX`, `es_ES`) says nothing here; a wrong `--lang` is refused later, by
        the command that receives it.
    """
    said = [*_from_options(argv), *(_language_of(environ.get(name, "")) for name in VARIABLES)]
    known = (Language(code) for code in said if code in tuple(Language))
    return next(known, Language.FR)


def _from_options(argv: Sequence[str]) -> Iterator[str]:
    words = list(argv)[: list(argv).index("--")] if "--" in argv else list(argv)
    for position in range(len(words) - 1, -1, -1):
        if words[position] == "--lang":
            yield "".join(words[position + 1 : position + 2])
        elif words[position].startswith("--lang="):
            yield words[position].removeprefix("--lang=")


def _language_of(locale: str) -> str:
    return locale.replace("-", "_").replace(".", "_").replace("@", "_").split("_")[0].lower()
