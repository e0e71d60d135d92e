"""Where a result comes from: enough to compute it again."""

from typing import NamedTuple


class Provenance(NamedTuple):
    """The tool, and the inputs by their SHA-256; `origin` is a path, or `shipped`."""

    tool_version: str
    rubric_hash: str
    rubric_origin: str
    project_hash: str
    project_file: str
    as_of: str | None = None
