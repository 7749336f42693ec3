"""Whole responses, as a phone gives them: the page, the send, the receipt page."""

import http.client
import re
import statistics
import threading
import time
from dataclasses import dataclass
from urllib.parse import urlencode

from bench.serving import cpu_seconds

ANSWERS = {
    "know_who": "agree", "listened": "disagree", "believed": "not_sure", "who_would": "friend", "info_easy": "agree",
    "info_how": "website", "role_model": "agree", "staff_care": "agree", "staff_skill": "not_sure",
    "good": "My youth worker listens and does not rush me.",
    "better": "Waiting lists should be shorter, I waited for a year.",
    "quote_ok": "yes", "age": "15_16", "district": "oxford", "hear_back": "yes", "words": "My youth worker listens.",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run gave: responses a second, milliseconds of Send, core-milliseconds a response."""

    at_once: int
    per_second: float
    send_p50: float
    send_p99: float
    cpu_ms: float


def _one(connection: http.client.HTTPConnection) -> float:
    page = _ask(connection, "GET", "/s/be-supported")[2]
    hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    began = time.perf_counter()
    status, headers, _ = _ask(connection, "POST", "/s/be-supported", urlencode({**hidden, **ANSWERS}))
    took = time.perf_counter() - began
    if status != 303:
        raise SystemExit(f"a response was answered with {status}")
    status, _, _ = _ask(
        connection, "GET", headers["location"], cookie=headers.get("set-cookie", "").split(";")[0]
    )
    if status != 200:
        raise SystemExit(f"the receipt page was answered with {status}")
    return took


def _ask(
    connection: http.client.HTTPConnection,
    method: str,
    path: str,
    body: str | None = None,
    *,
    cookie: str = "",
) -> tuple[int, dict[str, str], str]:
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
    if cookie:
        headers["Cookie"] = cookie
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


def run(port: int, pid: int, *, at_once: int, responses: int) -> Run:
    """Give `responses` whole responses, `at_once` at a time."""
    took: list[float] = []
    guard = threading.Lock()
    left = iter(range(responses))

    def work() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while True:
            with guard:
                if next(left, None) is None:
                    return
            seconds = _one(connection)
            with guard:
                took.append(seconds)

    before, began = cpu_seconds(pid), time.perf_counter()
    threads = [threading.Thread(target=work) for _ in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall, used = time.perf_counter() - began, cpu_seconds(pid) - before
    if len(took) != responses:
        raise SystemExit("not every response was taken")
    ordered = sorted(took)
    return Run(
        at_once=at_once,
        per_second=responses / wall,
        send_p50=1000 * statistics.median(ordered),
        send_p99=1000 * ordered[int(0.99 * (len(ordered) - 1))],
        cpu_ms=1000 * used / responses,
    )
