"""Files that one can hold in the head, named for what they hold."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("surveys", "analysis", "feedback_app")
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "service", "services", "base"}
#: Longer than the ceiling, each for a reason.
LONGER: dict[str, str] = {}


def python_files(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_file_is_a_drawer() -> None:
    templates = [
        path
        for path in (ROOT / "templates").rglob("*.html")
        if path.relative_to(ROOT / "templates") != Path("base.html")
    ]

    drawers = [name(path) for path in [*python_files(*PACKAGES, "tests"), *templates] if path.stem in DRAWERS]

    assert drawers == []


@pytest.mark.parametrize(
    ("folder", "pattern", "ceiling"),
    [
        *((package, "*.py", 300) for package in PACKAGES),
        ("tests", "*.py", 400),
        ("templates", "*.html", 120),
        ("templates/components", "*.html", 60),
        ("feedback_app/static/js", "*.js", 300),
    ],
)
def test_files_stay_small(folder: str, pattern: str, ceiling: int) -> None:
    tall = {name(path): lines(path) for path in (ROOT / folder).rglob(pattern) if lines(path) > ceiling}

    assert {path: count for path, count in tall.items() if path not in LONGER} == {}


def test_conftest_stays_small() -> None:
    assert lines(ROOT / "tests/conftest.py") <= 120


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_functions_stay_short() -> None:
    long = [
        f"{name(path)}:{function.name} ({function.end_lineno - function.lineno + 1})"
        for path in python_files(*PACKAGES)
        for function in functions(path)
        if function.end_lineno is not None
        and function.end_lineno - function.lineno + 1 > 40
        and "versions" not in path.parts
    ]

    assert long == []


def test_functions_take_at_most_five_arguments_by_position() -> None:
    many = [
        f"{name(path)}:{function.name}"
        for path in python_files(*PACKAGES)
        for function in functions(path)
        if len(
            [one for one in function.args.posonlyargs + function.args.args if one.arg not in ("self", "cls")]
        )
        > 5
    ]

    assert many == []


def test_every_module_and_public_function_says_what_it_is() -> None:
    silent = []
    for path in python_files(*PACKAGES):
        tree = ast.parse(path.read_text())
        if not ast.get_docstring(tree):
            silent.append(name(path))
        for node in tree.body:
            public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                silent.append(f"{name(path)}:{node.name}")

    assert silent == []


def test_only_the_edges_commit() -> None:
    deeds = {
        name(path): re.findall(r"\.commit\(|\.rollback\(|\btransaction\(", path.read_text())
        for path in python_files("feedback_app/domain")
    }

    assert {path: found for path, found in deeds.items() if found} == {}


def test_nothing_is_left_half_done() -> None:
    marks = re.compile(r"TODO|FIXME|XXX|NotImplementedError|pytest\.skip|mark\.skip|mark\.xfail")

    found = [
        name(path)
        for path in python_files(*PACKAGES, "tests")
        if path != Path(__file__) and marks.search(path.read_text())
    ]

    assert found == []


def test_the_project_stands_alone() -> None:
    """No path of one machine and no host of a package index stands in any file."""
    kinds = {".py", ".html", ".toml", ".txt", ".md", ".yaml", ".yml", ".json", ".css", ".js", ""}
    marks = re.compile(r"(?<![\w.])/(?:work|farm)/|index-url|pypi\.org|pythonhosted|npmjs")

    found = [
        name(path)
        for path in ROOT.rglob("*")
        if path.is_file()
        and path.suffix in kinds
        and not any(
            part.startswith(".") or part == "instance"
            for part in path.relative_to(ROOT).parts
            if part != ".ci"
        )
        and path != Path(__file__)
        and marks.search(path.read_text(errors="ignore"))
    ]

    assert found == []
