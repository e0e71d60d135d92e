"""`scalecheck check` against check-jsonschema and yamllint, on the same rubrics, in one run.

    python benchmarks/check.py [FILES] [ROUNDS]

Makes so many different rubrics of some 10 KB (1,000 by default), then times whole processes in
turn, so many rounds (3). The console script must be installed beside this interpreter, and the
two others with it: `python -m pip install check-jsonschema yamllint`. Nothing is kept between two
runs. Seconds depend on the machine: what counts is the ratio of medians, and its target. It is
told twice: of the time that passed, and of the processor's, which a busy machine moves less.
"""

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import scalecheck
from rubric_maker import make_rubric

SCRIPT = Path(sys.executable).with_name("scalecheck.exe" if os.name == "nt" else "scalecheck")
OTHERS = {"check-jsonschema": "check_jsonschema", "yamllint": "yamllint"}
RELAXED = ", ".join(f"{rule}: disable" for rule in ("line-length", "document-start", "braces"))
READING = "reading and model"
RULES = "all rules"
TARGETS = {READING: 8, RULES: 4}


class Ran(NamedTuple):
    """One whole process: its time, the processor's, and the most memory it held at once."""

    seconds: float
    processor: float
    megabytes: float


def commands(folder: Path, files: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """What is measured. No rule about calls looks at a rubric: reading and the model are left."""
    schema = folder.parent / "rubric.schema.json"
    schema.write_text(scalecheck.schema("rubric"), encoding="utf-8")
    ours = (str(SCRIPT), "check", str(folder), "--no-cache")
    style = f"{{extends: default, rules: {{{RELAXED}}}}}"
    run = (sys.executable, "-m")
    return {
        READING: (*ours, "--format", "json", "--select", "calls"),
        RULES: (*ours, "--format", "json"),
        "all rules, as text": ours,
        "check-jsonschema": (*run, "check_jsonschema", "--schemafile", str(schema), *files),
        "yamllint": (*run, "yamllint", "--config-data", style, *files),
    }


def run_once(command: Sequence[str], log: Path) -> Ran:
    """Run one process to its end; more than findings is a fault."""
    with log.open("wb") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[:4]} ended with {process.returncode}:\n{log.read_text()[-2000:]}")
    processor = used.ru_utime + used.ru_stime
    return Ran(took, processor, used.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2))


def slowest(files: Sequence[str]) -> tuple[str, float, float]:
    """Check the files one by one in this process: the slowest, its time, and the median.

    The processor's time, and the better of two: once may fall on a collection of garbage.
    """
    times: dict[str, float] = {}
    for file in (files[0], *files, *files):  # the first one more: it pays for what is imported
        start = time.process_time()
        scalecheck.check_paths([file], cache=False)
        took = time.process_time() - start
        times[file] = min(took, times.get(file, took))
    name = max(times, key=lambda file: times[file])
    return name, times[name], statistics.median(times.values())


def missing() -> list[str]:
    """What is not installed beside this interpreter."""
    found = [name for name, module in OTHERS.items() if importlib.util.find_spec(module) is None]
    return found if SCRIPT.exists() else [*found, "scalecheck"]


def measure(folder: Path, count: int, rounds: int) -> tuple[dict[str, list[Ran]], list[str]]:
    """Make the files and run every command in turn, so many rounds."""
    for number in range(count):
        (folder / f"grille-{number}.yaml").write_text(make_rubric(number), encoding="utf-8")
    files = sorted(str(file) for file in folder.iterdir())
    every = commands(folder, files)
    run_once(every[RULES], folder.parent / "log")  # the bytecode
    ran: dict[str, list[Ran]] = {name: [] for name in every}
    for _ in range(rounds):
        for name, command in every.items():
            ran[name].append(run_once(command, folder.parent / "log"))
    return ran, files


def report(ran: Mapping[str, Sequence[Ran]]) -> None:
    """Print one line a command: its median, its memory, and how many times longer others take."""
    clock = {name: statistics.median(r.seconds for r in runs) for name, runs in ran.items()}
    processor = {name: statistics.median(r.processor for r in runs) for name, runs in ran.items()}
    for name, runs in ran.items():
        memory = max(r.megabytes for r in runs)
        low, high = min(r.seconds for r in runs), max(r.seconds for r in runs)
        times = f"{clock[name]:6.2f} s [{low:.2f} to {high:.2f}], processor {processor[name]:.2f} s"
        print(f"{name:18} {times}, {memory:.0f} MB")
        for other in OTHERS if name not in OTHERS else ():
            ratios = clock[other] / clock[name], processor[other] / processor[name]
            target = f" (target {TARGETS[name]})" if name in TARGETS else ""
            said = f"{ratios[0]:.1f} times faster, {ratios[1]:.1f} by the processor{target}"
            print(f"{'':20}than {other}: {said}")


def main() -> None:
    """Measure, and print."""
    if missing():
        sys.exit(f"missing: {', '.join(missing())}; python -m pip install {' '.join(missing())}")
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "rubrics"
        folder.mkdir()
        ran, files = measure(folder, count, rounds)
        size = sum(Path(file).stat().st_size for file in files)
        print(f"{count} different rubrics, {size / count / 1000:.1f} KB each, {rounds} rounds")
        report(ran)
        name, took, middle = slowest(files)
        print(
            f"slowest file: {Path(name).name}, {took * 1000:.1f} ms; median {middle * 1000:.1f} ms"
        )


if __name__ == "__main__":
    main()
