"""All that a server loads before it answers; imported by the process that servers are forked from, and by it alone."""

import flask.cli
import granian.cli

import feedback_app.serving
from feedback_app.domain.findings.analyse import warm_up
from surveys import INSTRUMENTS, instrument_text, load

__all__ = ["feedback_app", "flask", "granian"]

warm_up()
for slug in INSTRUMENTS:
    load(instrument_text(slug))
