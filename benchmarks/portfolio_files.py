"""Whole commands on 10,000 projects from files, in plain Python: medians, ratios, peak memory.

Processor seconds, user and system: the machine may be shared.

    python benchmarks/portfolio_files.py [RUNS] [PROJECTS]

From CSV, against `assess` of one project. From a folder of YAML descriptors, against the event
parser alone; then once more, nothing changed, with `--cache`. No optional part is used.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

import scalecheck as sc
from scalecheck.portfolio.generate.descriptors import descriptor_of
from scalecheck.portfolio.generate.files import write_table
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "cuisines-du-fjord" / "project.yaml"
RUBRIC = ("--rubric", str(ROOT / "rubrics" / "is-echelle.yaml"))
COMMAND = (sys.executable, "-m", "scalecheck")
AIMS = {"csv": 3.0, "again": 1 / 20}


def make(folder: Path, projects: int) -> tuple[Path, Path]:
    """Write the same projects as one table and as a folder of descriptors."""
    rubric = sc.load_rubric(RUBRIC[1])
    options = GenerateOptions(seed=7, projects=projects)
    found = generate(rubric, sc.load_vocabularies(), options)
    table, descriptors = folder / "projects.csv", folder / "projects"
    table.write_text(write_table(found), encoding="utf-8", newline="")
    descriptors.mkdir()
    for one in found.drafts:
        data = json.loads(json.dumps(descriptor_of(rubric, one, "2026-10-15"), default=int))
        text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        (descriptors / f"{one.id}.yaml").write_text(text, "utf-8")
    return table, descriptors


def seconds(words: Sequence[str], environment: Mapping[str, str]) -> float:
    """Count the processor seconds of one whole process, so that neighbours count less."""
    start = spent()
    subprocess.run(
        (*COMMAND, *words),
        env=dict(environment),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return spent() - start


def spent() -> float:
    """The processor seconds of the processes that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def parse_alone(descriptors: Path) -> float:
    """Time libyaml's events over every file, and nothing else."""
    start = time.process_time()
    for path in sorted(descriptors.iterdir()):
        for _ in yaml.parse(path.read_bytes(), Loader=yaml.CSafeLoader):
            pass
    return time.process_time() - start


def main(runs: int, projects: int) -> None:
    """Measure, interleaved, and say what was reached."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        table, descriptors = make(folder, projects)
        environment = {**os.environ, "XDG_CACHE_HOME": place, "LOCALAPPDATA": place}
        out = ("-o", str(folder / "out.csv"), "--force")
        score = ("portfolio", "score")
        times: dict[str, list[float]] = {"assess": [], "csv": [], "again": []}
        for turn in range(runs + 1):
            found = {
                "assess": seconds(("assess", str(EXAMPLE), *RUBRIC, "-f", "json"), environment),
                "csv": seconds((*score, str(table), *RUBRIC, *out), environment),
            }
            for name, took in found.items():
                times[name].extend([took] if turn else [])
        cache = ("--cache", str(folder / "cache"))
        yaml_words = (*score, str(descriptors), *RUBRIC, *out, *cache)
        alone = parse_alone(descriptors)
        first = seconds(yaml_words, environment)
        times["again"] = [seconds(yaml_words, environment) for _ in range(runs)]
        report(times, alone, first, projects)


def report(times: Mapping[str, list[float]], alone: float, first: float, projects: int) -> None:
    """Print medians, ratios and whether each aim was reached."""
    assess, csv, again = (statistics.median(times[name]) for name in ("assess", "csv", "again"))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{projects} projects; assess of one: {assess:.2f} s")
    print(f"csv            {csv:8.2f} s  {csv / assess:6.2f} x assess      (aim {AIMS['csv']})")
    print(f"yaml           {first:8.2f} s  {first / alone:6.2f} x events ({alone:.2f} s)")
    print(
        f"yaml, again    {again:8.2f} s  {again / first:6.3f} x first       (aim {AIMS['again']})"
    )
    print(f"peak memory of the largest command: {peak:.0f} MB")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    main(*(*given, *(3, 10_000)[len(given) :]))
