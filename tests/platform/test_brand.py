"""A county's own colour and sign: one setting, every shade of it readable."""

from pathlib import Path

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from feedback_app.app import create_app
from feedback_app.platform.brand import DARK_GROUND, LIGHT_GROUND, contrast, shades
from feedback_app.platform.settings import BRAND, BadSetting, read_settings
from tests.databases import settings_for

PLUM = "#6b2d5c"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def with_brand(url: str, instance: Path, **brand: object) -> Flask:
    return create_app(settings_for(url, instance, **brand))


def sheet_of(app: Flask) -> str:
    with app.app_context():
        address = app.jinja_env.globals["asset"]("public.css")  # type: ignore[operator]
    return app.test_client().get(address).get_data(as_text=True)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_one_setting_changes_pages_and_sign(sqlite_url: str, tmp_path: Path) -> None:
    app = with_brand(sqlite_url, tmp_path, brand_colour=PLUM)

    sheet = sheet_of(app)
    assert f"--brand: {PLUM}" in sheet
    assert BRAND not in sheet.lower()
    page = app.test_client().get("/").get_data(as_text=True)
    sign = page.split('rel="icon" href="')[1].split('"')[0]
    assert PLUM in app.test_client().get(sign).get_data(as_text=True)


def test_a_countys_own_sign_stands_in_the_header(sqlite_url: str, tmp_path: Path) -> None:
    drawing = tmp_path / "sign.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"><circle r="3"/></svg>')

    app = with_brand(sqlite_url, tmp_path, logo=drawing)

    page = app.test_client().get("/").get_data(as_text=True)
    address = page.split('class="header__sign" src="')[1].split('"')[0]
    assert app.test_client().get(address).get_data() == drawing.read_bytes()


@pytest.mark.parametrize("content", [b"", b"<html>", b"<svg " + b"x" * 20_001])
def test_what_is_no_sign_stops_the_start(sqlite_url: str, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "sign.svg").write_bytes(content)

    with pytest.raises(BadSetting, match="LOGO"):
        with_brand(sqlite_url, tmp_path, logo=tmp_path / "sign.svg")


@pytest.mark.parametrize("typed", ["teal", "#fff", "#12345g", "0b5d5b", "#0b5d5b;}"])
def test_what_is_no_colour_is_one_sentence(tmp_path: Path, typed: str) -> None:
    with pytest.raises(BadSetting, match="BRAND_COLOUR must be a colour like #0b5d5b"):
        read_settings({"INSTANCE_PATH": str(tmp_path), "BRAND_COLOUR": typed})


def test_a_colour_that_cannot_be_read_stops_the_start(sqlite_url: str, tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="too pale on the page: its contrast is"):
        with_brand(sqlite_url, tmp_path, brand_colour="#ffd65c")


@given(colour=COLOURS)
def test_every_colour_is_readable_by_day_and_by_night_or_refused(colour: str) -> None:
    try:
        swapped = shades(colour)
    except BadSetting:
        return

    ink = "#1e2330"
    assert contrast(swapped.get(BRAND, BRAND), LIGHT_GROUND) >= 4.5
    assert contrast(swapped.get(BRAND, BRAND), "#ffffff") >= 4.5
    assert contrast(swapped.get("#7ed3c6", "#7ed3c6"), DARK_GROUND) >= 8
    assert contrast(swapped.get("#7ed3c6", "#7ed3c6"), swapped.get("#10201f", "#10201f")) >= 4.5
    assert contrast(ink, swapped.get("#e6f2ef", "#e6f2ef")) >= 7
    assert contrast("#f1ede6", swapped.get("#1d2a2e", "#1d2a2e")) >= 7
