"""The application for a WSGI server."""

from feedback_app.serving import application

app = application()
