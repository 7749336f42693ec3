"""The product as a server runs it, but without the embedded worker, so that analysis is measured by itself."""

from feedback_app.app import create_app

app = create_app()
