"""How the browser is started: Debian's where there is one, quiet, and without a sandbox where we are root."""

import os
import shutil
from typing import Any

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch_arguments() -> dict[str, Any]:
    """What playwright's `launch` is given."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    return {"executable_path": found, "args": [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]}
