"""Whole commands against `python -c "import typer"`, interleaved in one run: medians and ratios.

    python benchmarks/startup.py [RUNS]

The console script must be installed beside this interpreter. The compiled-rubric cache lives in
a temporary folder; one round before the measured ones warms it, and the bytecode.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = Path(sys.executable).with_name("scalecheck.exe" if os.name == "nt" else "scalecheck")
EXAMPLE = str(ROOT / "examples" / "cuisines-du-fjord" / "project.yaml")
RUBRIC = ("--rubric", str(ROOT / "rubrics" / "is-echelle.yaml"))

COMMANDS: Mapping[str, tuple[Sequence[str], float | None]] = {
    "python -c pass": ((sys.executable, "-c", "pass"), None),
    "python -c 'import typer'": ((sys.executable, "-c", "import typer"), None),
    "--version": ((str(SCRIPT), "--version"), 0.3),
    "--help": ((str(SCRIPT), "--help"), None),
    "assess, json, cache": ((str(SCRIPT), "assess", EXAMPLE, *RUBRIC, "-f", "json"), 3.0),
    "assess, json, no cache": (
        (str(SCRIPT), "assess", EXAMPLE, *RUBRIC, "-f", "json", "--no-cache"),
        None,
    ),
    "assess, terminal, cache": ((str(SCRIPT), "assess", EXAMPLE, *RUBRIC), 4.0),
    "assess, terminal, no cache": ((str(SCRIPT), "assess", EXAMPLE, *RUBRIC, "--no-cache"), None),
    "assess, html, cache": ((str(SCRIPT), "assess", EXAMPLE, *RUBRIC, "-f", "html"), None),
}


def seconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Time one whole process, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(
        command,
        env=dict(environment),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - start


def measure(runs: int) -> dict[str, list[float]]:
    """Run every command in turn, once to warm up, then so many times."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "XDG_CACHE_HOME": cache, "LOCALAPPDATA": cache}
        for turn in range(runs + 1):
            for name, (command, _) in COMMANDS.items():
                took = seconds(command, environment)
                if turn:
                    times[name].append(took)
    return times


def main() -> None:
    """Print one line a command: median, spread, ratio to the import of Typer, and the target."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    times = measure(runs)
    base = statistics.median(times["python -c 'import typer'"])
    print(f"{runs} interleaved runs; 1.00 = python -c 'import typer' = {base * 1000:.0f} ms")
    for name, took in times.items():
        middle = statistics.median(took)
        target = COMMANDS[name][1]
        aim = "" if target is None else f"  (target {target:.1f})"
        low, high = min(took) / base, max(took) / base
        print(f"{name:28} {middle / base:5.2f}  [{low:.2f} to {high:.2f}]{aim}")


if __name__ == "__main__":
    main()
