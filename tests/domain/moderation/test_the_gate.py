"""The gate by which words get out is one place in the code."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3] / "feedback_app"


def test_publishable_text_is_made_in_one_module() -> None:
    makers = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if "PublishableText(" in path.read_text()
    }

    assert makers == {"domain/moderation/publishing.py"}


def test_originals_are_unsealed_in_one_module() -> None:
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if "unseal(ORIGINALS" in path.read_text()
    }

    assert readers == {"domain/safeguarding/unsealing.py"}
