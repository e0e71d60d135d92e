"""The dashboard of 300 and of 10,000 projects: its weight, and how long filters and groups take.

    python benchmarks/dashboard.py [PROJECTS…]

Every value of every filter and every way to group is chosen once, in a real browser; a choice
takes from the click to the layout of what it changed. Needs the tests on the path, and Chromium
(`chromium` on the path, or the variable `CHROMIUM`).
"""

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import Browser  # noqa: E402

import scalecheck as sc  # noqa: E402
from scalecheck.portfolio.generate.files import write_table  # noqa: E402
from scalecheck.portfolio.generate.make import generate  # noqa: E402
from scalecheck.portfolio.generate.options import GenerateOptions  # noqa: E402

RUBRIC = str(ROOT / "rubrics" / "is-echelle.yaml")
DAY = "2026-10-15"
WEIGHT, PATIENCE = 1_000_000, 50  # bytes, milliseconds
TIMED = """globalThis.timed = (change) => {
  const start = performance.now();
  change();
  document.body.getBoundingClientRect();
  return performance.now() - start;
};
"""
FILTER = """(() => {
const found = [];
for (const select of document.querySelectorAll('[data-facet]')) {
  for (const option of [...select.options].slice(1).concat(select.options[0])) {
    found.push(timed(() => {
      select.value = option.value;
      select.dispatchEvent(new Event('input', {bubbles: true}));
    }));
  }
}
return found;
})()"""
GROUP = FILTER.replace("[data-facet]", "#f-group")


def make(folder: Path, projects: int) -> tuple[Path, float]:
    """Write the dashboard of so many generated projects; give it, and the seconds that it took."""
    rubric = sc.load_rubric(RUBRIC)
    found = generate(rubric, sc.load_vocabularies(), GenerateOptions(seed=11, projects=projects))
    table, page = folder / f"{projects}.csv", folder / f"{projects}.html"
    table.write_text(write_table(found), encoding="utf-8", newline="")
    start = time.process_time()
    read = sc.read_portfolio([table], sc.PortfolioOptions(rubric=RUBRIC, as_of=DAY))
    (report,) = sc.make_fund_reports(read, ("dashboard",), options=sc.FundOptions(1, day=DAY))
    page.write_bytes(report.content)
    return page, time.process_time() - start


def main(counts: list[int]) -> None:
    """Print what was found of each portfolio."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as place, Browser(chromium, place) as browser:
        for projects in counts:
            page, seconds = make(Path(place), projects)
            size = page.stat().st_size
            print(f"{projects:6d} projects: {size:,} bytes (aim {WEIGHT:,}), in {seconds:.1f} s")
            tab = browser.open(page.as_uri())
            tab.run(f"{TIMED} 0")
            for name, script in (("filter", FILTER), ("group", GROUP)):
                times = tab.run(script)
                told = f"median {statistics.median(times):.1f} ms, slowest {max(times):.1f} ms"
                print(f"       {name:6s} {told} of {len(times)} (aim {PATIENCE})")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [300, 10_000])
