"""The one room with Jinja among the forms: our templates, with everything escaped."""

from functools import cache
from pathlib import Path
from typing import Any


def render(folder: Path, template: str, /, **given: object) -> str:
    """Fill a template of a folder of ours; every text is escaped, save what is marked as HTML."""
    written: str = _environment(folder).get_template(template).render(**given)
    return written


@cache
def _environment(folder: Path) -> Any:
    # Dear to import, and no command but the one that writes a form needs it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
