"""A real browser for tests: open a page, ask it things, use it as a person would, look at it.

with Browser(chromium, tmp_path) as browser:
    tab = browser.open(page.as_uri(), width=320, scheme="dark")
    assert tab.axe() == []
    tab.click("#save")
    assert tab.complaints == []
"""

import base64
import json
import time
from itertools import count
from pathlib import Path

from tests.machine import node_module
from tests.pipes import BrowserError, Wire

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-pipe",
)
PATIENCE = 30.0  # seconds
KEYS = {"Enter": ("\r", 13), "Tab": ("", 9), " ": (" ", 32), "Escape": ("", 27)}
KEYS |= {"ArrowLeft": ("", 37), "ArrowUp": ("", 38), "ArrowRight": ("", 39), "ArrowDown": ("", 40)}
KEYS |= {"Home": ("", 36), "End": ("", 35), "Backspace": ("", 8), "Delete": ("", 46)}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CENTRE = """(() => {{
const one = document.querySelector({0}); one.scrollIntoView({{block: 'center'}});
const at = one.getBoundingClientRect(); return [at.x + at.width / 2, at.y + at.height / 2];
}})()"""
CHOOSE = "(e => {{ e.focus(); e.select && e.select(); }})(document.querySelector({0}))"


class Browser:
    """One Chromium for many tabs; each tab has its own storage, as a person's own machine."""

    def __init__(self, chromium, folder):
        profile = Path(folder) / "profile"
        profile.mkdir(parents=True, exist_ok=True)
        command = [chromium, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self.wire = Wire(command, Path(folder) / "browser.log")
        self.numbers = count(1)
        self.tabs = {}

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.wire.send({"id": next(self.numbers), "method": "Browser.close"})
        self.wire.close()

    def ask(self, method, session=None, **given):
        """Send a command and give what it answers; events on the way go to their tab."""
        number = next(self.numbers)
        at = {"sessionId": session} if session else {}
        self.wire.send({"id": number, "method": method, "params": given, **at})
        until = time.monotonic() + PATIENCE
        while (message := self.wire.receive(until)) is not None:
            if message.get("id") == number:
                if "error" in message:
                    raise BrowserError(f"{method}: {message['error']}")
                return message["result"]
            self._hear(message)
        raise BrowserError(f"{method}: no answer")

    def listen(self, seconds):
        """Hear what happens, for a while at most; tell whether anything did."""
        message = self.wire.receive(time.monotonic() + seconds)
        if message is not None:
            self._hear(message)
        return message is not None

    def _hear(self, message):
        for tab in self.tabs.values():
            if message.get("sessionId", tab.session) == tab.session:
                tab.hear(message.get("method", ""), message.get("params", {}))

    def open(self, url, *, width=1100, height=900, scheme="light", downloads=None):
        """Open a page in a tab of its own, and wait until it is loaded."""
        context = self.ask("Target.createBrowserContext")["browserContextId"]
        given = {"url": "about:blank", "browserContextId": context}
        target = self.ask("Target.createTarget", **given)["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        tab = self.tabs[session] = Tab(self, session, context)
        for domain in ("Page", "Runtime", "Network", "Log", "Audits", "DOM"):
            tab.ask(f"{domain}.enable")
        if downloads is not None:
            tab.save_to(downloads)
        tab.resize(width, height)
        tab.prefer(scheme)
        tab.go(url)
        return tab


class Tab:
    """A page as somebody sees it.

    `complaints` are the errors of its console, the exceptions of its scripts and what its content
    security policy refused; `requests` every address asked for; `downloads` the files it gave.
    """

    def __init__(self, browser, session, context):
        self.browser, self.session, self.context = browser, session, context
        self.complaints, self.requests, self.downloads = [], [], []
        self.loaded = self.idle = False

    def ask(self, method, **given):
        return self.browser.ask(method, self.session, **given)

    def hear(self, method, told):
        match method:
            case "Page.loadEventFired":
                self.loaded = True
            case "Network.requestWillBeSent":
                self.requests.append(told["request"]["url"])
            case "Runtime.exceptionThrown":
                self.complaints.append(json.dumps(told["exceptionDetails"]))
            case "Runtime.consoleAPICalled" if told["type"] in ("error", "assert"):
                self.complaints.append(json.dumps(told["args"]))
            case "Log.entryAdded" if told["entry"]["level"] == "error":
                self.complaints.append(told["entry"]["text"])
            case "Audits.issueAdded" if "contentSecurityPolicy" in json.dumps(told):
                self.complaints.append(json.dumps(told["issue"]))
            case "Browser.downloadProgress" if told["state"] == "completed":
                self.downloads.append(told.get("filePath", told["guid"]))

    def wait(self, happened, seconds=PATIENCE):
        """Wait until something is so; fail where it never is."""
        until = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > until:
                raise BrowserError("waited in vain")
            self.browser.listen(0.05)

    def go(self, url):
        """Open an address here, and wait until it is loaded."""
        self.loaded = False
        answer = self.ask("Page.navigate", url=url)
        if answer.get("errorText"):
            raise BrowserError(f"{url}: {answer['errorText']}")
        self.wait(lambda: self.loaded)

    def reload(self):
        self.loaded = False
        self.ask("Page.reload")
        self.wait(lambda: self.loaded)

    def resize(self, width, height, zoom=1):
        metrics = {"width": width, "height": height, "deviceScaleFactor": zoom, "mobile": False}
        self.ask("Emulation.setDeviceMetricsOverride", **metrics)

    def prefer(self, scheme="light", *, forced=False, media=""):
        """Ask for `light` or `dark`; for the colours of the system; for `print` or `screen`."""
        wanted = {"prefers-color-scheme": scheme, "forced-colors": "active" if forced else "none"}
        features = [{"name": name, "value": value} for name, value in wanted.items()]
        self.ask("Emulation.setEmulatedMedia", media=media, features=features)

    def run(self, script):
        """Evaluate a script, its promise kept, and give what it is worth as plain data."""
        given = {"expression": script, "awaitPromise": True, "returnByValue": True}
        answer = self.ask("Runtime.evaluate", **given)
        if "exceptionDetails" in answer:
            raise BrowserError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def type(self, text):
        """Write a text where the cursor is."""
        self.ask("Input.insertText", text=text)

    def press(self, key, *, shift=False):
        """Press a key by its name: `Tab`, `Enter`, `ArrowDown`, a letter."""
        text, code = KEYS.get(key, (key, ord(key[0].upper())))
        told = {"key": key, "code": key, "windowsVirtualKeyCode": code, "modifiers": 8 * shift}
        self.ask(
            "Input.dispatchKeyEvent", type="keyDown", **told, **({"text": text} if text else {})
        )
        self.ask("Input.dispatchKeyEvent", type="keyUp", **told)

    def click(self, selector):
        """Click in the middle of the first thing that a selector finds."""
        x, y = self.run(CENTRE.format(json.dumps(selector)))
        told = {"x": x, "y": y, "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, **told)

    def fill(self, selector, text):
        """Put the cursor in a field, choose what it holds, and write over it."""
        self.run(CHOOSE.format(json.dumps(selector)))
        self.type(text)

    def upload(self, selector, *paths):
        """Give files to a field that asks for some."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        node = self.ask("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.ask("DOM.setFileInputFiles", nodeId=node, files=[str(path) for path in paths])

    def save_to(self, folder):
        """Keep what is downloaded in a folder, under the name that the page gives it."""
        told = {"behavior": "allow", "downloadPath": str(folder), "eventsEnabled": True}
        self.browser.ask("Browser.setDownloadBehavior", browserContextId=self.context, **told)

    def downloaded(self, number=1):
        """Wait for so many downloads, and give the last as a path."""
        self.wait(lambda: len(self.downloads) >= number)
        return Path(self.downloads[number - 1])

    def picture(self, path, *, whole=True):
        """Keep what is seen as a PNG, down to the end of the page."""
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        Path(path).write_bytes(base64.b64decode(shot["data"]))

    def print(self, path, width=8.5, height=11):
        """Print to a PDF, on a sheet in inches."""
        sheet = {"paperWidth": width, "paperHeight": height, "printBackground": True}
        told = self.ask("Page.printToPDF", **sheet, preferCSSPageSize=True)
        Path(path).write_bytes(base64.b64decode(told["data"]))

    def overflow(self):
        """Say how many pixels the page is wider than the window: 0 where nothing is cut."""
        return self.run("document.documentElement.scrollWidth - innerWidth")

    def axe(self, tags=TAGS):
        """Check the page with axe-core; say each violation with where it is."""
        if not self.run("typeof axe === 'object'"):
            self.run(node_module("axe-core/axe.min.js").read_text(encoding="utf-8") + ";0")
        options = json.dumps({"runOnly": tags, "resultTypes": ["violations"]})
        found = self.run(f"axe.run(document, {options}).then(r => JSON.stringify(r.violations))")
        return [
            f"{one['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
            for one in json.loads(found)
            for node in one["nodes"]
        ]
