"""Time the table engine beside bare scans of the same Parquet file, in one run, interleaved.

    python benchmarks/portfolio.py [ROWS…]        1,000,000 by default

`is-echelle` with grades of evidence, three settings a project, and 20 % of answers unknown. Every
engine reads every column it is given, and every column that comes out is consumed and checksummed:
a lazy engine prunes what nobody reads. First with texts of closed lists, then with plain texts.
Beside them: generated rows of plain Python, the loop over the engine of one project (on fewer rows,
by row), and the peak memory of each task, in a process of its own. Read the ratios.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb
import polars as pl

import scalecheck as sc
from scalecheck.api.framing import RowScorer, assess_frame
from scalecheck.portfolio.layout import layout_of
from scalecheck.portfolio.plan.results import NARROW, Results

ROUNDS = 3
CHUNK = 100_000
SINGLE = 200
ROWS_OF_PYTHON = 20_000
AS_OF = "2026-10-15"


def make_rows(rubric, count, seed):
    """Make random rows: a fifth unknown, the others spread over the levels and the grades."""
    layout, chance = layout_of(rubric), random.Random(seed)
    columns = [c for c in layout.columns() if c.part not in {"about", "alike"}]
    data = {"id": [f"p-{seed}-{n}" for n in range(count)]}
    for column in columns:
        data[column.name] = chance.choices(*choices_of(rubric, layout, column), k=count)
    return data


def choices_of(rubric, layout, column):
    """The cells that a column may hold, and how often."""
    if column.part == "level":
        scale = layout.nodes.scales[layout.nodes.criteria[column.subject].scale]
        values = [str(level.value) for level in scale.by_rank]
        return [*values, "unknown", None], [*[75 / len(values)] * len(values), 20, 5]
    if column.part == "grade":
        grades = [grade.id for grade in rubric.evidence.grades]
        return [*grades, None], [1] * len(grades) + [1]
    if column.part == "instances":
        return [3], [1]
    holder = layout.nodes.groups[column.group] if column.group else rubric
    known = [v.id for a in holder.attributes if a.id == column.subject for v in a.values]
    if column.subject == "track":
        known = [track.id for track in rubric.tracks]
    return ([*known, None], [4] * len(known) + [1]) if known else ([None], [1])


def write_parquet(rubric, path, rows, *, listed):
    """Write a file of so many rows, chunk by chunk; `listed` texts are of a closed list (Enum)."""
    columns = [c for c in layout_of(rubric).columns() if c.part not in {"about", "alike"}]
    kinds = {"id": pl.String}
    for column in columns:
        cells = [cell for cell in choices_of(rubric, layout_of(rubric), column)[0] if cell]
        text = pl.Enum(cells) if listed and cells and column.part != "instances" else pl.String
        kinds[column.name] = pl.Int64 if column.part == "instances" else text
    chunks = [
        pl.DataFrame(make_rows(rubric, min(CHUNK, rows - start), number), schema=kinds)
        for number, start in enumerate(range(0, rows, CHUNK))
    ]
    pl.concat(chunks).write_parquet(path, row_group_size=CHUNK)


def sums_of(frame):
    """Consume every column of a lazy frame: numbers are added, texts have their lengths added."""
    return [
        sum_of(name, kind).cast(pl.Float64).sum() for name, kind in frame.collect_schema().items()
    ]


def sum_of(name, kind):
    """What is added of a column."""
    if isinstance(kind, pl.Enum):
        return pl.col(name).to_physical()
    return pl.col(name).str.len_bytes() if kind == pl.String else pl.col(name)


def consume(frame):
    """Checksum every column of a lazy frame, in one pass."""
    return frame.select(sums_of(frame)).collect(engine="streaming").row(0)


def scan_polars(path):
    """Read every column with Polars, and consume it."""
    return consume(pl.scan_parquet(path))


def scan_duckdb(path):
    """Read every column with DuckDB, and consume it."""
    relation = duckdb.sql(f"select * from read_parquet('{path}')")
    sums = [
        f'sum(strlen("{n}"))' if str(t) == "VARCHAR" else f'sum("{n}")'
        for n, t in zip(relation.columns, relation.types, strict=True)
    ]
    return relation.aggregate(", ".join(sums)).fetchall()[0]


def score(path, groups):
    """Score every row with the engine of tables, and consume every column that it gives."""
    rubric = sc.load_rubric("is-echelle")
    found = assess_frame(rubric, pl.scan_parquet(path), columns=groups, as_of=AS_OF)
    return consume(found)


def score_rows(path, groups, limit):
    """Score rows in plain Python; give the seconds of the scoring alone, warm, a row."""
    rubric = sc.load_rubric("is-echelle")
    frame = pl.scan_parquet(path).head(limit).collect()
    rows = frame.rows()
    scorer = RowScorer(rubric, frame.columns, columns=groups, as_of=AS_OF)
    sum(1 for _ in scorer.score(rows))
    start = time.process_time()
    sum(1 for _ in scorer.score(rows))
    return (time.process_time() - start) / len(rows)


def assess_singly(path, limit):
    """Assess rows one by one with the engine of one project: the seconds of each."""
    from scalecheck.portfolio.engine.binding import Binding
    from scalecheck.portfolio.engine.projects import project_of
    from scalecheck.portfolio.engine.questions import QuestionReader

    rubric = sc.load_rubric("is-echelle")
    frame = pl.scan_parquet(path).head(limit).collect()
    binding = Binding(rubric, frame.columns)
    reader = QuestionReader(rubric, deemed=False, as_of=AS_OF)
    projects = [project_of(binding, reader, row) for row in frame.rows()]
    start = time.process_time()
    for project in projects:
        sc.assess(rubric, project)
    return (time.process_time() - start) / len(projects)


TASKS = {
    "polars scan": scan_polars,
    "duckdb scan": scan_duckdb,
    "narrow": lambda path: score(path, NARROW),
    "all": lambda path: score(path, tuple(Results)),
}


def timed(task, path):
    """The seconds of a task, on the clock and of the CPU, and what it consumed."""
    start, used = time.perf_counter(), time.process_time()
    found = TASKS[task](path)
    return time.perf_counter() - start, time.process_time() - used, found


def peak_of(task, path):
    """The peak memory of a task in a process of its own, in megabytes."""
    command = [sys.executable, __file__, "--peak", task, path]
    return json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)


def report_peak(task, path):
    """Run a task, and print the peak memory of this process."""
    TASKS[task](path)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    print(json.dumps(int(peak.split()[1]) // 1024))


def run(rows, *, listed):
    """Make a file, time every task on it by turns, and print the ratios."""
    rubric = sc.load_rubric("is-echelle")
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "portfolio.parquet")
        write_parquet(rubric, path, rows, listed=listed)
        size, width = Path(path).stat().st_size // 1_000_000, len(pl.read_parquet_schema(path))
        kind = "texts of closed lists (Enum)" if listed else "plain texts"
        print(f"{rows:,} rows, {width} columns of {kind}, {size} MB")
        best = race(path)
        slower = max(best["polars scan"], best["duckdb scan"])
        for task, (wall, cpu) in best.items():
            ratios = f"{wall / slower[0]:5.2f} x slower scan, {cpu / slower[1]:5.2f} in CPU"
            print(f"{task:12s} {wall:7.2f} s {cpu:7.2f} s CPU  {ratios}  {peak_of(task, path)} MB")
        if listed:
            print_python(path, rows, best["all"][1] / rows)


def race(path):
    """Time every task by turns: the median seconds of each, and of its CPU."""
    times = {task: [] for task in TASKS}
    for _ in range(ROUNDS):
        for task in TASKS:
            wall, cpu, found = timed(task, path)
            times[task].append((wall, cpu))
            checks = sum(value or 0 for value in found)
            print(f"  {task:12s} {wall:7.2f} s {cpu:7.2f} s CPU  checksum {checks:.6g}", flush=True)
    return {
        task: tuple(statistics.median(column) for column in zip(*some, strict=True))
        for task, some in times.items()
    }


def print_python(path, rows, a_row):
    """Time the engine of rows and the loop over the engine of one project."""
    limit = min(rows, ROWS_OF_PYTHON)
    for word, groups in (("narrow", NARROW), ("all", tuple(Results))):
        print(f"python rows, {word}: {1 / score_rows(path, groups, limit):,.0f} rows/s")
    alone = assess_singly(path, min(rows, SINGLE))
    print(f"one project at a time: {1 / alone:,.0f} rows/s; the table is {alone / a_row:,.0f} x")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        report_peak(*sys.argv[2:])
    else:
        for count in sys.argv[1:] or ["1000000"]:
            for is_listed in (True, False):
                run(int(count), listed=is_listed)
