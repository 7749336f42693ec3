"""Sends answers over a bad line: a share of the connections breaks at a random point, and the phone tries again."""

import http.client
import random
import re
import socket
import struct
import threading
from dataclasses import dataclass
from urllib.parse import urlencode

SURVEY = "/s/be-supported"
ANSWERS = {"listened": "disagree", "good": "The bench by the river.", "quote_ok": "yes", "age": "15_16"}
#: Closing at once and without a goodbye, as a phone does that leaves the network.
NO_GOODBYE = struct.pack("ii", 1, 0)


@dataclass(slots=True)
class Sent:
    """What a run came to: answers acknowledged with a 303, and connections that were cut on the way."""

    acknowledged: int = 0
    cut: int = 0


def send_many(port: int, *, answers: int, at_once: int, share_cut: float, seed: int) -> Sent:
    """Send that many answers, each until it is acknowledged; a share (0–1) of the connections is cut."""
    sent, guard, left = Sent(), threading.Lock(), iter(range(answers))

    def work(number: int) -> None:
        chance = random.Random(seed * 1000 + number)
        while True:
            with guard:
                if next(left, None) is None:
                    return
            cut = _send(port, chance, share_cut)
            with guard:
                sent.acknowledged += 1
                sent.cut += cut

    threads = [threading.Thread(target=work, args=(number,)) for number in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sent


def _send(port: int, chance: random.Random, share_cut: float) -> int:
    """Send one answer until it is acknowledged; returns how often the line broke."""
    body = urlencode(_form(port) | ANSWERS).encode()
    head = (
        f"POST {SURVEY} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    request, cuts = head.encode() + body, 0
    while True:
        is_cut = chance.random() < share_cut
        if _status(port, request, chance if is_cut else None) == 303:
            return cuts
        assert is_cut, "an answer over a whole line was not acknowledged"
        cuts += 1


def _form(port: int) -> dict[str, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", SURVEY)
    page = connection.getresponse().read().decode()
    connection.close()
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))


def _status(port: int, request: bytes, chance: random.Random | None) -> int:
    """The status of the answer; 0 where `chance` cut the line: within the request, or before the answer was read."""
    with socket.create_connection(("127.0.0.1", port), 30) as line:
        if chance is None:
            line.sendall(request)
            return int(line.makefile("rb").readline().split()[1])
        whole = len(request)
        line.sendall(request[: chance.choice((chance.randrange(whole), whole, whole))])
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_GOODBYE)
    return 0
