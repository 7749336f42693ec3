"""What the first visit to the survey costs over the wire: headers and compressed bodies, request by request."""

import gzip
import http.client
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One answer as it crossed the wire, in bytes."""

    path: str
    headers: int
    body: int

    @property
    def total(self) -> int:
        """Headers and body."""
        return self.headers + self.body


def first_visit(port: int, path: str) -> list[Sent]:
    """The page and everything it asks for, with gzip, as a browser would."""
    page, html = _fetch(port, path)
    wanted = re.findall(r'(?:href|src)="(/assets/[^"]+)"', html)
    return [page, *(_fetch(port, one)[0] for one in dict.fromkeys(wanted))]


def _fetch(port: int, path: str) -> tuple[Sent, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    body = answer.read()
    headers = sum(len(f"{name}: {value}\r\n") for name, value in answer.getheaders()) + len(
        "HTTP/1.1 200 OK\r\n\r\n"
    )
    connection.close()
    packed = answer.getheader("Content-Encoding") == "gzip"
    text = gzip.decompress(body).decode() if packed else body.decode(errors="replace")
    return Sent(path=path, headers=headers, body=len(body)), text
