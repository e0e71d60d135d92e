"""Coverage-guided fuzzing of the whole check: bytes in, promises kept, or the input is kept.

    python tests/fuzz/run_atheris.py [--seconds 60] [--keep]

Needs atheris (`pip install --group fuzz`). Half of the inputs are mutated as bytes, half as trees
(`mutate.py`). The process ends at 512 MB, or after ten seconds on one input; what broke a promise
stays in `build/fuzz`, as `crash-*`, `oom-*` or `timeout-*`. With `--keep`, inputs that reach new
code join the corpus, and those that no longer add anything leave it.
"""

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from shlex import quote

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(__file__).resolve().parent / "corpus"
BROKEN = ROOT / "build" / "fuzz"
MEGABYTES = 512
LIMITS = (f"-rss_limit_mb={MEGABYTES}", "-timeout=10", "-print_final_stats=1", "-verbosity=0")
LONGEST = 6_000
LONGEST_KEPT = 3_000


def main() -> int:
    """Fuzz for a while in a process of its own; its exit code is ours."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--keep", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seeds, found = (Path(folder) / name for name in ("seeds", "found"))
        seeds.mkdir()
        found.mkdir()
        _write_seeds(seeds)
        lengths = (f"-max_len={LONGEST}", f"-max_total_time={asked.seconds}")
        ended = _fuzz(*lengths, found, CORPUS, seeds)
        if ended == 0 and asked.keep:
            known = set(seeds.iterdir())
            ended = _fuzz("-merge=1", "-use_counters=0", *lengths[:1], seeds, CORPUS, found)
            _replace_corpus(set(seeds.iterdir()) - known)
    return ended


def _fuzz(*arguments: str | Path) -> int:
    BROKEN.mkdir(parents=True, exist_ok=True)
    limits = (*LIMITS, f"-artifact_prefix={BROKEN}/")
    command = [sys.executable, str(Path(__file__).resolve()), *limits, *map(str, arguments)]
    return subprocess.run(command, check=False, cwd=ROOT).returncode


def _write_seeds(folder: Path) -> None:
    from tests.fuzz.target import seeds

    for number, data in enumerate(seeds(LONGEST)):
        (folder / f"{number:04}").write_bytes(data)


def _replace_corpus(kept: Iterable[Path]) -> None:
    """Keep what reaches code that the seeds do not, and that is small enough to be read."""
    for old in CORPUS.iterdir():
        old.unlink()
    for new in sorted(kept):
        if new.stat().st_size <= LONGEST_KEPT:
            (CORPUS / new.name[:16]).write_bytes(new.read_bytes())


def child() -> None:
    """Be fuzzed: what libFuzzer calls again and again."""
    import atheris

    with atheris.instrument_imports(include=["scalecheck"]):
        from tests.fuzz.mutate import mutate
        from tests.fuzz.target import must_hold

    def change(data: bytes, longest: int, seed: int) -> bytes:
        choose = random.Random(seed).choice
        made = mutate(data, choose) if seed % 2 else None
        return made[:longest] if made else atheris.Mutate(data, longest)

    def try_one(data: bytes) -> None:
        must_hold(data)

    # To merge, libFuzzer starts itself again by this name, in a shell.
    itself = f"{quote(sys.executable)} {quote(str(Path(__file__).resolve()))}"
    atheris.Setup([itself, *sys.argv[1:]], try_one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if any(argument.startswith("-rss") for argument in sys.argv):
        child()
    else:
        sys.exit(main())
