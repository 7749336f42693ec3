"""What can be set, typed or opened is written down, and nothing else is."""

import re
from pathlib import Path

from flask import Flask

ROOT = Path(__file__).resolve().parents[2]
CONTRACT = ROOT / "docs/contract.md"


def documented(kind: str) -> set[str]:
    """The first column of the contract's table under a heading."""
    section = CONTRACT.read_text().split(f"## {kind}\n", 1)[1].split("\n## ", 1)[0]
    return {
        cell for row in re.findall(r"^\| (.+?) \|", section, re.M) for cell in re.findall(r"`([^`]+)`", row)
    }


def test_the_contracts_addresses_and_the_applications_are_the_same(app: Flask) -> None:
    served = {re.sub(r"<(?:\w+:)?(\w+)>", r"<\1>", rule.rule) for rule in app.url_map.iter_rules()}

    assert served == documented("Addresses")


def test_the_contracts_commands_and_the_applications_are_the_same(app: Flask) -> None:
    own = {"contacts", "db", "demo", "survey", "responses", "analyse", "report", "indicators", "user"}
    served = {
        f"flask {group} {command}"
        for group in own & set(app.cli.commands)
        for command in app.cli.commands[group].commands  # type: ignore[attr-defined]
    }

    assert served == {" ".join(one.split()[:3]) for one in documented("Command line")}


def test_every_setting_stands_in_the_readme() -> None:
    source = (ROOT / "feedback_app/platform/settings.py").read_text()
    settings = set(re.findall(r"env(?:\.get)?\(\"([A-Z_]+)\"|\(env, \"([A-Z_]+)\"", source))
    names = {one or other for one, other in settings}

    readme = (ROOT / "README.md").read_text()
    assert len(names) >= 10
    assert [name for name in sorted(names) if f"`{name}`" not in readme] == []


def test_every_make_target_stands_in_the_readme() -> None:
    targets = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(), re.M)

    readme = (ROOT / "README.md").read_text()
    assert [target for target in targets if f"make {target}" not in readme] == []
