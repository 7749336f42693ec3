"""Answers the survey from outside, as a browser without scripts does."""

import re
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    address: str
    text: str


class Phone:
    """One phone with its cookies."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def open(self, path: str, fields: dict[str, str] | None = None) -> Answer:
        """GET, or POST where there are fields; redirects are followed."""
        body = None if fields is None else urlencode(fields).encode()
        try:
            with self._opener.open(self.base + path, body, timeout=30) as answer:
                return Answer(answer.status, answer.url.removeprefix(self.base), answer.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(error.code, path, error.read().decode())

    def form(self, path: str) -> dict[str, str]:
        """The hidden fields of the survey's form."""
        return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.open(path).text))


def all_at_once(count: int, deed: Callable[[], Answer]) -> list[Answer]:
    """The same deed from many threads at the same moment."""
    barrier = threading.Barrier(count)
    answers: list[Answer] = []

    def work() -> None:
        barrier.wait()
        answers.append(deed())

    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
