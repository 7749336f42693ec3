"""SAFETY R-75: a face never stands without its words, and is not read aloud beside them."""

from flask import Flask

from tests.client import StrictClient
from tests.factories.answering import open_waves

SVG = "{http://www.w3.org/2000/svg}svg"


def test_every_face_stands_beside_words(app: Flask, client: StrictClient) -> None:
    open_waves(app)
    page = client.page("/s/voxy")

    faces = [
        (list(label.iter(SVG))[0].get("aria-hidden"), " ".join("".join(label.itertext()).split()))
        for label in page.all("label")
        if list(label.iter(SVG))
    ]

    assert faces == [
        ("true", words) for words in ("Very happy", "Happy", "Not sure", "Unhappy", "Very unhappy")
    ]
