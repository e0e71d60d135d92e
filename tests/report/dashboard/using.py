"""The dashboard as somebody uses it: opened, filtered, grouped, read, downloaded."""

import csv
import io
import re
from pathlib import Path
from typing import Any

from tests.browser import Browser, Tab
from tests.report.fund.material import portfolio, read_example

from scalecheck.api.fund import FundOptions, analyse
from scalecheck.model.portfolio import Member
from scalecheck.report.dashboard import write_dashboard
from scalecheck.report.fund import FundMaterial
from scalecheck.report.fund.pen import counting


def write(folder: Path, found: FundMaterial) -> Path:
    path = folder / f"dashboard-{found.language}.html"
    path.write_text(write_dashboard(found), encoding="utf-8")
    return path


def opened(browser: Browser, folder: Path, found: FundMaterial, **how: Any) -> Tab:
    tab = browser.open(write(folder, found).as_uri(), **how)
    assert tab.complaints == []
    return tab


def remade(members: tuple[Member, ...]) -> FundMaterial:
    return analyse(portfolio(60)._replace(members=members), FundOptions(1))


def members() -> tuple[Member, ...]:
    return portfolio(60).members


def abroad() -> Member:
    """A project of the example all of whose money is in dollars of the United States."""
    return next(m for m in read_example().members if currencies(m) == {"USD"})


def currencies(member: Member) -> set[str]:
    return {line.currency for line in counting(member.funding)}


def choose(tab: Tab, name: str, value: str) -> None:
    tab.run(
        f"(() => {{ const s = document.getElementById('f-{name}'); s.value = {value!r};"
        "s.dispatchEvent(new Event('input', {bubbles: true})); })()"
    )


def pick(tab: Tab, name: str, label: str) -> None:
    script = f"[...document.querySelectorAll('#f-{name} option')]"
    choose(tab, name, tab.run(f"{script}.find(o => o.textContent === {label!r}).value"))


def told(tab: Tab, name: str) -> str:
    return str(tab.run(f"document.getElementById({name!r}).innerText"))


def shown(tab: Tab) -> int:
    return int(re.sub(r"\D", "", told(tab, "k-projects")))


def titles(tab: Tab) -> list[str]:
    script = "[...document.querySelectorAll('#rows tr:not(.group) th > span:first-child')]"
    return list(tab.run(f"{script}.map(one => one.textContent)"))


def table(tab: Tab, selector: str) -> dict[str, list[str]]:
    """The rows of a table, by their heads; the lines of a cell are joined by a bar."""
    cell = "(c => [...(c.querySelectorAll('.line').length ? c.querySelectorAll('.line') : [c])]"
    rows = tab.run(
        f"[...document.querySelectorAll('{selector} tbody tr')].map(r => [...r.cells]"
        f".map(c => {cell}.map(one => one.textContent).join('|'))(c)))"
    )
    return {row[0]: row[1:] for row in rows}


def downloaded(tab: Tab, mark: str = ";") -> list[dict[str, str]]:
    tab.click("#download")
    text = tab.downloaded().read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=mark))


def plain(text: str) -> str:
    return re.sub(r"\s", "", text)
