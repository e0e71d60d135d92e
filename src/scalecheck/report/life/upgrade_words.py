"""What an upgrade of a project did, for the person who asked for it."""

from collections.abc import Mapping
from typing import NamedTuple

from scalecheck.language.catalogue import say
from scalecheck.model.language import Language
from scalecheck.model.text import Text
from scalecheck.report.findings.screen import neutralise


class UpgradeSummary(NamedTuple):
    """How many answers went which way; `asked` maps what must be asked again to the reason."""

    date: str
    edition: str
    kept: int
    mapped: int
    open: int
    asked: Mapping[str, Text | None]


def render_upgrade(summary: UpgradeSummary, language: Language) -> str:
    """Say what an upgrade did, and what is left to ask, one criterion a line."""
    counts = {"kept": summary.kept, "mapped": summary.mapped, "open": summary.open}
    facts = {"date": summary.date, "new": summary.edition, "asked": len(summary.asked)}
    lines = [say("life.upgrade.done", language, **facts, **counts)]
    for name, why in summary.asked.items():
        if why is None:
            lines.append(say("life.upgrade.asked", language, name=name))
        else:
            told = why.said_in(language)[0]
            lines.append(say("life.upgrade.asked-why", language, name=name, why=told))
    return "\n".join(map(neutralise, lines)) + "\n"
