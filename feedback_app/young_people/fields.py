"""Reads what a public form sent, within its limits; judges nothing."""

from flask import abort, request

from surveys import RawFields

TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
MOST_BYTES = 256 * 1024
MOST_FIELDS = 500


def read_fields() -> RawFields:
    """Every field that was sent, with all its values.

    :raise 413: more than 256 KiB or more than 500 fields.
    :raise 415: something else than a form.
    """
    if request.mimetype not in TYPES:
        abort(415)
    if request.content_length is not None and request.content_length > MOST_BYTES:
        abort(413)
    request.max_form_parts = MOST_FIELDS
    fields = request.form.to_dict(flat=False)
    if sum(len(values) for values in fields.values()) > MOST_FIELDS:
        abort(413)
    return fields


def first(fields: RawFields, name: str) -> str:
    """The first value under a name, "" where there is none."""
    values = fields.get(name, ())
    return values[0] if values else ""
