"""The least Flask application that shows a form, commits one row and says thank you: what a response costs at least."""

import os
from uuid import uuid4

import sqlalchemy as sa
from flask import Flask, redirect, request

app = Flask(__name__)
url = os.environ["DATABASE_URL"]
engine = sa.create_engine(url, pool_size=12)
table = sa.Table(
    "answer", sa.MetaData(), sa.Column("id", sa.String(36), primary_key=True), sa.Column("words", sa.Text)
)

if url.startswith("sqlite"):

    @sa.event.listens_for(engine, "connect")
    def prepare(connection, _):
        """The same promises as the product's: WAL, and on disk before we say so."""
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=10000"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection):
        """One writer at a time, without surprises."""
        connection.exec_driver_sql("BEGIN IMMEDIATE")


table.metadata.create_all(engine)
FORM = "<!doctype html><title>Form</title><h1>Form</h1><form method=post><label>Words <input name=words></label><button>Send</button></form>"


@app.get("/s/be-supported")
def show():
    """The form."""
    return FORM


@app.post("/s/be-supported")
def send():
    """One row."""
    with engine.begin() as connection:
        connection.execute(table.insert().values(id=str(uuid4()), words=request.form.get("words", "")))
    return redirect("/sent", 303)


@app.get("/sent")
def sent():
    """Thank you."""
    return "<!doctype html><title>Thank you</title><h1>Thank you</h1>"
