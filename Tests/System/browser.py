"""A real browser without a screen, steered through its debugging pipe; nothing else is needed."""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PROGRAM = "chromium"
OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--hide-scrollbars",
    "--disable-extensions", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--remote-debugging-pipe",
)


class Browser:
    """One window, with what was said and asked for in it."""

    def __init__(self, environment=None):
        self.profile = tempfile.mkdtemp(prefix="coach-browser-")
        theirs_in, self.mouth = os.pipe()
        self.ear, theirs_out = os.pipe()
        self.process = subprocess.Popen(
            # Not sh: dash knows no descriptor of two digits.
            ["bash", "-c", f"exec {PROGRAM} {' '.join(OPTIONS)} --user-data-dir={self.profile}"
             f" about:blank 3<&{theirs_in} 4>&{theirs_out}"],
            pass_fds=(theirs_in, theirs_out), env=environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self.rest, self.number, self.events = b"", 0, []
        self.session = None
        [target] = [t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page"]
        told = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = told["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def close(self):
        try:
            self.session = None
            self.call("Browser.close")
        except (OSError, EOFError):
            pass
        self.process.wait(timeout=20)
        for descriptor in (self.mouth, self.ear):
            os.close(descriptor)
        shutil.rmtree(self.profile, ignore_errors=True)

    def read(self, seconds):
        """The next message; nothing where none comes in time."""
        end = time.monotonic() + seconds
        while b"\0" not in self.rest:
            if not select.select([self.ear], [], [], max(0, end - time.monotonic()))[0]:
                return None
            part = os.read(self.ear, 1 << 20)
            if not part:
                raise EOFError("the browser is gone")
            self.rest += part
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.mouth, json.dumps(message).encode() + b"\0")
        while told := self.read(180):
            if told.get("id") == self.number:
                if "error" in told:
                    raise AssertionError(f"{method}: {told['error']}")
                return told["result"]
            self.events.append(told)
        raise AssertionError(f"{method}: no answer")

    def wait(self, event, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if any(told.get("method") == event for told in self.events):
                return
            told = self.read(end - time.monotonic())
            if told:
                self.events.append(told)
        raise AssertionError(f"{event} did not come")

    def open(self, path, width=1440, height=900, dark=False, scripts=True, phone=False,
             paper=False):
        """Opens a file as a person would, with nothing remembered of the one before."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=phone)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        media = "print" if paper else ""
        self.call("Emulation.setEmulatedMedia", media=media, features=[scheme])
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.events = []
        self.call("Page.navigate", url=f"file://{path}")
        self.wait("Page.loadEventFired")
        self.evaluate("document.fonts.ready.then(() => 1)")

    def evaluate(self, script):
        told = self.call("Runtime.evaluate", expression=script, returnByValue=True,
                         awaitPromise=True)
        if "exceptionDetails" in told:
            raise AssertionError(told["exceptionDetails"])
        return told["result"].get("value")

    @property
    def said(self):
        """What the page wrote to its console, or broke over."""
        methods = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        return [told for told in self.events if told.get("method") in methods]

    @property
    def requests(self):
        """What the page asked for, but for itself."""
        sent = [told["params"]["request"]["url"] for told in self.events
                if told.get("method") == "Network.requestWillBeSent"]
        return [url for url in sent if not url.startswith(("file:", "about:"))] + [
            url for url in sent if url.startswith("file:")][1:]

    def picture(self, scale=1):
        """All of the page, as PNG, in its size or smaller."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": scale}
        told = self.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)
        return base64.b64decode(told["data"])

    def pdf(self):
        """The page as it is printed on A4."""
        told = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(told["data"])


# The boxes of all words that can be seen: [text, left, top, right, bottom].
BOXES = """
(() => {
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || ["STYLE", "SCRIPT"].includes(node.parentElement.tagName)) continue;
    if (!node.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      boxes.push([node.data.trim().slice(0, 40), box.left, box.top, box.right, box.bottom]);
    }
  }
  return boxes;
})()
"""


def overlaps(boxes, slack=1.5):
    """Words that lie on words, by their boxes; lines of one text may touch."""
    found = []
    ordered = sorted(boxes, key=lambda box: box[2])
    for place, first in enumerate(ordered):
        for second in ordered[place + 1:]:
            if second[2] > first[4]:
                break
            across = min(first[3], second[3]) - max(first[1], second[1])
            down = min(first[4], second[4]) - max(first[2], second[2])
            # A line is higher than its letters: a third of it is air.
            if across > slack and down > (first[4] - first[2]) / 3:
                found.append((first[0], second[0]))
    return found
