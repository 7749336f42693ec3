"""Mails that carry a count or an id and a link, never anybody's words (SAFETY R-64)."""

import smtplib
import ssl
from collections.abc import Sequence
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from flask import current_app

from feedback_app.platform import clock
from feedback_app.platform.logging import log_failure
from feedback_app.platform.settings import Settings


def send(to: Sequence[str], subject: str, template: str, **values: str | int) -> bool:
    """Mail each address by itself; whether all were handed over. Never raises: mail must not stop work.

    `template` is a name under templates/mail/. Without MAIL_URL the mails are written under instance/mail/.
    """
    settings: Settings = current_app.extensions["settings"]
    body = current_app.jinja_env.get_template(f"mail/{template}").render(**values)
    try:
        for address in to:
            _hand_over(settings, _message(settings, address, subject, body))
    except (OSError, smtplib.SMTPException) as error:
        log_failure("mail-not-sent", error)
        return False
    return True


def _message(settings: Settings, address: str, subject: str, body: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = address
    message["Subject"] = subject
    message.set_content(body)
    return message


def _hand_over(settings: Settings, message: EmailMessage) -> None:
    if settings.mail_url is None:
        folder = settings.instance / "mail"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{clock.now():%Y%m%d-%H%M%S}-{uuid4().hex[:8]}.eml"
        path.write_bytes(bytes(message))
        return
    parts = urlsplit(settings.mail_url)
    with smtplib.SMTP(parts.hostname or "localhost", parts.port or 587, timeout=10) as server:
        if parts.scheme == "smtps":
            server.starttls(context=ssl.create_default_context())
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        server.send_message(message)
