"""Documents that were made, written where they were asked for: one file, or a folder of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import scalecheck
from scalecheck.cli.console import keep, tell
from scalecheck.cli.exits import Exit
from scalecheck.language.catalogue import say
from scalecheck.model.language import Language


class Made(Protocol):
    """A document ready to be written: a report, a form."""

    @property
    def name(self) -> str:
        """The name of its file."""

    @property
    def content(self) -> bytes:
        """Its bytes."""


def hand_over(made: Sequence[Made], output: Path, force: bool, language: Language) -> int:
    """Write one document as a file or into a folder, several into a folder; none if one may not.

    Where there is none, nothing is written: the caller has said why.

    Raises:
        WouldOverwrite: something stands there and `force` is not given.
        CannotWrite: the system refused.
    """
    if not made:
        return Exit.DONE
    is_folder = len(made) > 1 or output.is_dir()
    if is_folder and output.is_file():
        tell(say("pages.cli.not-a-folder", language, path=str(output), count=len(made)))
        return Exit.MISUSE
    places = [output / one.name for one in made] if is_folder else [output]
    keep(*places, force=force)
    if is_folder:
        output.mkdir(exist_ok=True, parents=True)
    for place, one in zip(places, made, strict=True):
        scalecheck.write_whole(place, one.content, force=force)
        tell(say("error.created", language, path=str(place)))
    return Exit.DONE
