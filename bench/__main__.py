"""`make bench`: measures, prints, and writes docs/benchmarks.md."""

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.cuts import ANSWERS, over_a_bad_line
from bench.paint import LINES, browser, first_paint
from bench.reading import comments_a_second
from bench.responding import Run, run
from bench.serving import ROOT, server
from bench.weight import first_visit
from feedback_app.commands.demo_county.voices import all_voices
from feedback_app.platform import clock
from tests.databases import PostgresKind

FLASK = str(Path(sys.executable).parent / "flask")
RESPONSES = 600


def main() -> None:
    """Run everything and write the page."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        postgres = PostgresKind(home)
        try:
            tables = [
                _responses(
                    "SQLite", home, f"sqlite:///{home / 'bench.db'}", f"sqlite:///{home / 'reference.db'}"
                )
            ]
            with postgres.empty() as ours, postgres.empty() as theirs:
                tables.append(_responses("PostgreSQL", home, ours, theirs))
            parts = [*tables, _bad_line(home), _weight(home), _paint(home), _reports(home), _reading()]
        finally:
            postgres.stop()
    page = "\n".join([_head(), *parts])
    (ROOT / "docs/benchmarks.md").write_text(page)
    sys.stdout.write(page)


def _head() -> str:
    return (
        "# Benchmarks\n\nWritten by `make bench`. Every figure stands beside a reference measured in the same run, on the same "
        f"machine: {os.cpu_count()} cores, Python {platform.python_version()}, {clock.today():%d %B %Y}. Compare within a "
        "table only.\n"
    )


def _environment(home: Path, url: str) -> dict[str, str]:
    return {
        "DATABASE_URL": url,
        "INSTANCE_PATH": str(home / "instance"),
        "MODE": "demonstration",
        "FLASK_APP": "wsgi",
    }


def _flask(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run(
        [FLASK, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _responses(name: str, home: Path, ours: str, theirs: str) -> str:
    environment = _environment(home, ours)
    _flask(environment, "db", "upgrade")
    _flask(environment, "survey", "open", "be-supported", "--days", "28")
    rows: list[tuple[str, Run]] = []
    least = server("bench.reference:app", {"DATABASE_URL": theirs})
    with (
        least as (reference, reference_pid),
        server("bench.product:app", environment) as (product, product_pid),
    ):
        for port, pid in ((reference, reference_pid), (product, product_pid)):
            run(port, pid, at_once=8, responses=100)
        for at_once in (1, 8, 32):
            rows.append(
                (
                    "least Flask application",
                    run(reference, reference_pid, at_once=at_once, responses=RESPONSES),
                )
            )
            rows.append(("Be Supported", run(product, product_pid, at_once=at_once, responses=RESPONSES)))
    lines = [
        f"| {what} | {one.at_once} | {one.per_second:.0f} | {one.send_p50:.1f} | {one.send_p99:.1f} | {one.cpu_ms:.2f} |"
        for what, one in rows
    ]
    ratios = [
        ours.cpu_ms / theirs.cpu_ms for (_, theirs), (_, ours) in zip(rows[::2], rows[1::2], strict=True)
    ]
    return "\n".join(
        [
            f"## Whole responses on {name}\n",
            "The page, the send and the receipt page, granian with one process of 8 threads. The reference shows a form with one "
            "field, commits one row and says thank you. Analysis runs afterwards and stands apart, below.\n",
            "| | at once | responses a second | Send p50 ms | Send p99 ms | server core-ms a response |",
            "|---|---|---|---|---|---|",
            *lines,
            f"\nServer time against the least application: {', '.join(f'{ratio:.1f} ×' for ratio in ratios)}.\n",
        ]
    )


def _bad_line(home: Path) -> str:
    database = home / "cuts.db"
    environment = _environment(home, f"sqlite:///{database}")
    _flask(environment, "db", "upgrade")
    _flask(environment, "survey", "open", "be-supported", "--days", "28")
    with server("bench.product:app", environment) as (port, _):
        came = over_a_bad_line(port, database)
    return "\n".join(
        [
            "## Answers over a bad line\n",
            f"{ANSWERS:,} answers, 8 at a time, on SQLite. A random tenth of the connections is cut: within the request, or before "
            "the answer was read; the phone sends the same form again until it is thanked. The reference is the count of thanks.\n",
            "| thanked | connections cut | stored | stored twice |",
            "|---|---|---|---|",
            f"| {came.acknowledged:,} | {came.cut:,} | {came.stored:,} | {came.twice:,} |",
            "",
        ]
    )


def _paint(home: Path) -> str:
    least = {"DATABASE_URL": f"sqlite:///{home / 'least.db'}"}
    lines = []
    with (
        _county(home) as environment,
        server("bench.product:app", environment) as (product, _),
        server("bench.reference:app", least) as (reference, _),
        browser() as started,
    ):
        for line in LINES:
            ours, theirs = (
                first_paint(started, f"http://127.0.0.1:{port}/s/be-supported", line)
                for port in (product, reference)
            )
            lines.append(f"| {line.name} | {ours:.2f} | {theirs:.2f} | {line.aim:.1f} |")
    return "\n".join(
        [
            "## First paint of the survey\n",
            "From an empty cache, in a real browser at 360×740, the line and the processor slowed by the browser itself; the median of "
            "five turns. The reference is the least Flask application's bare form. LimeSurvey 6.16 on the same kind of machine: 4.0 s "
            "and 9.4 s (not in this run).\n",
            "| line | Be Supported, s | bare form, s | aim, s |",
            "|---|---|---|---|",
            *lines,
            "",
        ]
    )


@contextmanager
def _county(home: Path) -> Iterator[dict[str, str]]:
    environment = _environment(home, f"sqlite:///{home / 'county.db'}")
    _flask(environment, "db", "upgrade")
    _flask(environment, "demo", "load")
    yield environment


def _weight(home: Path) -> str:
    with _county(home) as environment, server("bench.product:app", environment) as (port, _):
        sent = first_visit(port, "/s/be-supported")
    lines = [f"| `{one.path.split('-')[0]}` | {one.headers} | {one.body} |" for one in sent]
    total = sum(one.total for one in sent)
    return "\n".join(
        [
            "## Weight of the first visit to the survey\n",
            "Over the wire, gzip, headers too. LimeSurvey 6.16 on the same kind of machine: 705 KiB in 27 requests (not in this run).\n",
            "| request | headers, bytes | body, bytes |",
            "|---|---|---|",
            *lines,
            f"\nIn all {total / 1024:.1f} KiB in {len(sent)} requests.\n",
        ]
    )


def _reports(home: Path) -> str:
    with _county(home) as environment:
        began = time.perf_counter()
        _flask(environment, "report", "build", "next", "--format", "html", "--out", str(home / "warm.html"))
        start_up = time.perf_counter() - began
        lines = []
        for kind in ("html", "pdf", "docx"):
            began = time.perf_counter()
            _flask(
                environment,
                "report",
                "build",
                "next",
                "--format",
                kind,
                "--out",
                str(home / f"report.{kind}"),
            )
            seconds, size = time.perf_counter() - began, (home / f"report.{kind}").stat().st_size
            lines.append(f"| {kind.upper()} | {seconds:.1f} | {size / 1024:.0f} |")
    return "\n".join(
        [
            "## Building the report of the next meeting\n",
            f"`flask report build next`, the demonstration county, as a whole command; the reference is the HTML's first build, {start_up:.1f} s, most of it start-up.\n",
            "| format | seconds | KiB |",
            "|---|---|---|",
            *lines,
            "",
        ]
    )


def _reading() -> str:
    comments = [(voice.text, question) for question, voices in all_voices().items() for voice in voices] * 5
    ours, theirs = comments_a_second(comments)
    return "\n".join(
        [
            "## Reading comments\n",
            f"{len(comments)} comments of the demonstration county through `python -m analysis`, start-up left out: sentiment, themes, "
            "read-first words and personal data. The reference is `TextBlob(text).sentiment` alone on the same rows.\n",
            "| | comments a second |",
            "|---|---|",
            f"| TextBlob's sentiment alone | {theirs:.0f} |",
            f"| Be Supported, all of it | {ours:.0f} |",
            f"\nThat is {ours / theirs:.2f} of TextBlob alone.\n",
        ]
    )


main()
