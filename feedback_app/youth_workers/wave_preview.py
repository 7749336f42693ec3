"""The survey as young people see it, in the language that the address asks for."""

from flask import request

from feedback_app.questionnaire.page import render_preview
from surveys import ENGLISH, Survey


def preview(survey: Survey) -> str:
    """The page with nothing to send it by; `language` and `read=easy` in the address say how it is worded."""
    easy = request.args.get("read") == "easy"
    return render_preview(survey, request.args.get("language", ENGLISH), easy=easy)
