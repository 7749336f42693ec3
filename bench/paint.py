"""First paint of the survey on a slow phone: a real browser with its line and its processor throttled."""

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, sync_playwright

from tests.browser.starting import launch_arguments

PHONE = {"width": 360, "height": 740}
TURNS = 5
PAINTED = """() => new Promise((done) => {
  const look = (entries) => {
    const first = entries.find((one) => one.name === "first-contentful-paint");
    if (first) done(first.startTime);
  };
  new PerformanceObserver((list) => look(list.getEntries())).observe({ type: "paint", buffered: true });
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A network: kilobits a second each way, milliseconds there and back, and how much slower the processor is."""

    name: str
    kilobits: int
    latency: int
    slower: int
    aim: float


LINES = (
    Line(name="1.6 Mbit/s, 150 ms, 4 times slower", kilobits=1600, latency=150, slower=4, aim=1.0),
    Line(name="400 kbit/s, 400 ms", kilobits=400, latency=400, slower=1, aim=2.5),
)


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as play:
        started = play.chromium.launch(**launch_arguments())
        yield started
        started.close()


def first_paint(started: Browser, address: str, line: Line) -> float:
    """Seconds until something is painted, from an empty cache: the median of several turns."""
    return statistics.median(_paint(started, address, line) for _ in range(TURNS))


def _paint(started: Browser, address: str, line: Line) -> float:
    page = started.new_page(viewport=PHONE)  # type: ignore[arg-type]
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    speed = line.kilobits * 1000 / 8
    conditions = {
        "offline": False,
        "latency": line.latency,
        "downloadThroughput": speed,
        "uploadThroughput": speed,
    }
    session.send("Network.emulateNetworkConditions", conditions)
    session.send("Emulation.setCPUThrottlingRate", {"rate": line.slower})
    page.goto(address)
    painted: float = page.evaluate(PAINTED)
    page.context.close()
    return painted / 1000
