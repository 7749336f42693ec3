"""Templates take what they use, decide nothing, and hold nothing inline."""

import re
from pathlib import Path

from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = sorted(ROOT.rglob("*.html"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_templates_import_what_they_use() -> None:
    unused = []
    for path in TEMPLATES:
        tree = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).parse(path.read_text())
        imported = {
            one[1] if isinstance(one, tuple) else one
            for found in tree.find_all(nodes.FromImport)
            for one in found.names
        }
        used = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "load"}
        unused += [f"{name(path)}: {one}" for one in sorted(imported - used)]

    assert unused == []


def test_templates_set_nothing_and_hold_nothing_inline() -> None:
    marks = re.compile(
        r"{%-?\s*(?:set|do)\b|<style|\sstyle=|\son(?:click|change|submit|load)=|\|\s*safe\b|<script(?![^>]*\ssrc=)"
    )

    found = [
        f"{name(path)}: {match.group()}" for path in TEMPLATES for match in marks.finditer(path.read_text())
    ]

    assert found == []


def test_nothing_comes_from_another_origin() -> None:
    found = [
        name(path)
        for path in TEMPLATES
        if re.search(r"(?:src|<link[^>]*href)=\"(?:https?:)?//", path.read_text())
    ]

    assert found == []
