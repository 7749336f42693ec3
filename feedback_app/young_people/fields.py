"""Reads what a public form sent, within its limits; judges nothing."""

from urllib.parse import parse_qs

from flask import abort, request

from surveys import RawFields

MULTIPART = "multipart/form-data"
TYPES = frozenset({"application/x-www-form-urlencoded", MULTIPART})
MOST_BYTES = 256 * 1024
MOST_FIELDS = 500


def read_fields() -> RawFields:
    """Every field that was sent, with all its values.

    :raise 413: more than 256 KiB or more than 500 fields.
    :raise 415: something else than a form.
    """
    if request.mimetype not in TYPES:
        abort(415)
    body = _read_body()
    if request.mimetype == MULTIPART:
        request.max_form_parts = MOST_FIELDS
        fields = request.form.to_dict(flat=False)
    else:
        fields = parse_qs(body.decode(errors="replace"), keep_blank_values=True, errors="replace")
    if sum(len(values) for values in fields.values()) > MOST_FIELDS:
        abort(413)
    return fields


def _read_body() -> bytes:
    """All that was sent; one byte more than allowed is asked for, since a body may come without its length."""
    request.max_content_length = MOST_BYTES + 1
    body = request.get_data()
    if len(body) > MOST_BYTES:
        abort(413)
    return body


def first(fields: RawFields, name: str) -> str:
    """The first value under a name, "" where there is none."""
    values = fields.get(name, ())
    return values[0] if values else ""
