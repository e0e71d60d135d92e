"""Possible overlaps against those planted: precision and recall, time and memory.

    python benchmarks/overlaps.py sweep          # thresholds tried on one seed
    python benchmarks/overlaps.py held           # the frozen ones, on another
    python benchmarks/overlaps.py large [COUNT]  # 100,000 projects: seconds and peak memory

Copies have 10, 30 and (for information) 50 % of their words changed; twins say the same in the
other language. The words are those of the generator: real paraphrases are harder to find.
"""

import resource
import sys
import time
from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path

import scalecheck as sc
from scalecheck.model.overlap import Overlap, OverlapKind
from scalecheck.model.portfolio import Member
from scalecheck.portfolio.generate.descriptors import member_of_draft
from scalecheck.portfolio.generate.draft import Copy
from scalecheck.portfolio.generate.make import generate
from scalecheck.portfolio.generate.options import GenerateOptions
from scalecheck.portfolio.overlaps.find import find_overlaps
from scalecheck.portfolio.overlaps.options import OverlapOptions

ROOT = Path(__file__).resolve().parent.parent
SWEPT, HELD, LARGE = 5, 404, 7
PROJECTS = 10_000
CHANGED = (0.1, 0.3, 0.5)
TEXTS = tuple(Fraction(n, 100) for n in (15, 18, 20, 21, 22, 25, 30))
TWINS = tuple(Fraction(n, 100) for n in (10, 12, 13, 14, 16, 20))
Kinds = Mapping[str, OverlapKind]


def make(seed: int, projects: int) -> tuple[list[Member], tuple[Copy, ...]]:
    """Make members that only tell what they do, and the truth about what was planted."""
    options = GenerateOptions(
        seed, projects, copies=0.03, twins=0.01, changed=CHANGED, gatherings=0, telling=True
    )
    rubric = sc.load_rubric(ROOT / "rubrics" / "is-echelle.yaml")
    found = generate(rubric, sc.load_vocabularies(), options)
    return [member_of_draft(draft) for draft in found.drafts], found.copies


def tell(planted: Iterable[Copy], pairs: Iterable[Overlap], kinds: Kinds) -> str:
    """Say the precision of each kind of pair, and the recall of each kind of plant."""
    wanted = {(one.one, one.other): one for one in planted}
    found = {(one.one, one.other): one for one in pairs}
    parts = []
    for plant, kind in kinds.items():
        mine = [pair for pair, one in found.items() if one.kind is kind]
        right = sum(1 for pair in mine if pair in wanted)
        parts.append(f"{kind.value}: {len(mine)} pairs, precision {right / max(1, len(mine)):.3f}")
        of_kind = [one for one in wanted.values() if one.kind == plant]
        for share in sorted({one.changed for one in of_kind}):
            these = [(one.one, one.other) for one in of_kind if one.changed == share]
            recall = sum(1 for pair in these if pair in found) / len(these)
            parts.append(f"recall at {share:.0%} of {len(these)}: {recall:.3f}")
    return "; ".join(parts)


KINDS = {"copy": OverlapKind.TEXT, "twin": OverlapKind.TWIN}


def sweep() -> None:
    """Try thresholds on one seed; the frozen ones were chosen here."""
    members, planted = make(SWEPT, PROJECTS)
    for text in TEXTS:
        found = find_overlaps(members, OverlapOptions(text=text))
        print(f"text {float(text):.2f}  {tell(planted, found.pairs, {'copy': OverlapKind.TEXT})}")
    for twin in TWINS:
        found = find_overlaps(members, OverlapOptions(twin=twin))
        print(f"twin {float(twin):.2f}  {tell(planted, found.pairs, {'twin': OverlapKind.TWIN})}")


def held() -> None:
    """Measure the frozen thresholds on a seed that nothing was chosen on."""
    members, planted = make(HELD, PROJECTS)
    start, worked = time.perf_counter(), time.process_time()
    found = find_overlaps(members)
    took = time.perf_counter() - start
    busy = time.process_time() - worked
    print(f"seed {HELD}, {PROJECTS} projects, {took:.1f} s ({busy:.1f} of processor)")
    print(tell(planted, found.pairs, KINDS).replace("; ", "\n"))


def large(projects: int) -> None:
    """Measure time and peak memory on many projects."""
    members, planted = make(LARGE, projects)
    before = peak()
    start, worked = time.perf_counter(), time.process_time()
    found = find_overlaps(members)
    took = time.perf_counter() - start
    busy = time.process_time() - worked
    print(f"{projects} projects: {took:.1f} s ({busy:.1f} of processor)")
    print(f"peak {peak():.0f} MB, of which {before:.0f} to hold them")
    print(f"{len(found.pairs)} pairs, {found.frequent} frequent terms set aside")
    print(tell(planted, found.pairs, KINDS).replace("; ", "\n"))


def peak() -> float:
    """Give the peak memory of this process, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main() -> None:
    """Run what is asked, everything by default."""
    asked = sys.argv[1] if len(sys.argv) > 1 else "all"
    if asked in ("sweep", "all"):
        sweep()
    if asked in ("held", "all"):
        held()
    if asked in ("large", "all"):
        large(int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)


if __name__ == "__main__":
    main()
