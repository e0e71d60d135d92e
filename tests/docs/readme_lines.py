"""Print one of the command lines that a README promises: `readme_lines.py FILE first|second`."""

import re
import sys
from pathlib import Path

WHICH = ("first", "second")
SHELLS = ("sh", "powershell")


def find_block(text: str, name: str) -> str:
    """Give what stands between two markers, fences left out.

    Raises:
        LookupError: the markers are missing, or are there twice.
    """
    mark = re.escape(name)
    pattern = rf"<!-- {mark} -->\n```\w+\n(.*?)\n?```\n<!-- /{mark} -->"
    found = re.findall(pattern, text, re.DOTALL)
    if len(found) != 1:
        raise LookupError(f"{name}: {len(found)} blocks")
    return str(found[0])


def find_line(path: Path, which: str, shell: str = "sh") -> str:
    """Give one promised line of a README."""
    return find_block(path.read_text(encoding="utf-8"), f"readme:{which}:{shell}")


def main(words: list[str]) -> int:
    """Print the line asked for."""
    if len(words) not in (2, 3) or words[1] not in WHICH or words[-1] not in (*WHICH, *SHELLS):
        sys.stderr.write("readme_lines.py FILE first|second [sh|powershell]\n")
        return 2
    shell = words[2] if len(words) == 3 else "sh"
    sys.stdout.write(find_line(Path(words[0]), words[1], shell) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
