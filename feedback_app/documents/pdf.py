"""A report as a tagged PDF with its language, title and headed tables; the renderer reaches no network and no file."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from types import ModuleType
from typing import Any

import pikepdf

from feedback_app.documents.glyphs import named, undrawable_noted
from feedback_app.documents.html import print_sheet, render
from feedback_app.domain.meetings.document import ReportDocument
from feedback_app.platform.problems import Missing

LIBRARIES = "libpango-1.0-0, libpangoft2-1.0-0, libharfbuzz-subset0"


class PdfUnavailable(Missing):
    """The libraries that draw PDFs are not on this machine; `instead` says what can be done without them."""

    def __init__(self, instead: str = "The report can be had as a web page or as a Word file.") -> None:
        super().__init__(
            f"This machine cannot make PDFs: it lacks the Pango libraries ({LIBRARIES}). {instead}"
        )


def write(document: ReportDocument) -> bytes:
    """The report as PDF/UA-1 tagged pages (SAFETY R-18, R-83); the last few are kept. Raises PdfUnavailable."""
    _renderer()
    return _kept(document)


@lru_cache(maxsize=8)
def _kept(document: ReportDocument) -> bytes:
    return draw(render(document, sheet=""), print_sheet())


def draw(html: str, sheet: str) -> bytes:
    """A page of ours in this style sheet as PDF/UA-1, tagged, reaching no network and no file (SAFETY R-18).

    Raises PdfUnavailable.
    """
    weasyprint = _renderer()
    with undrawable_noted() as noted:
        drawn = _drawn(weasyprint, named(html), sheet)
    if noted:
        with undrawable_noted():
            drawn = _drawn(weasyprint, named(html), sheet)
    return _with_scopes(drawn)


def _drawn(weasyprint: ModuleType, html: str, sheet: str) -> bytes:
    page = weasyprint.HTML(string=html, url_fetcher=_no_fetching(weasyprint))
    styles = weasyprint.CSS(string=sheet, url_fetcher=_no_fetching(weasyprint))
    drawn: bytes = page.write_pdf(stylesheets=[styles], pdf_variant="pdf/ua-1", custom_metadata=False)
    return drawn


def _renderer() -> ModuleType:
    try:
        import weasyprint  # noqa: PLC0415  # costs a second, and the rest of the product works without its libraries
    except (ImportError, OSError) as error:
        raise PdfUnavailable from error
    module: ModuleType = weasyprint
    return module


def _no_fetching(weasyprint: ModuleType) -> Any:
    class NoFetching(weasyprint.URLFetcher):  # type: ignore[name-defined,misc]  # known only once it is imported
        def fetch(self, url: str, headers: object = None) -> Any:
            raise ValueError("reports fetch nothing")

    return NoFetching()


def _with_scopes(drawn: bytes) -> bytes:
    """Say of each header cell whether it heads its column or its row, which the renderer leaves out."""
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _mark(pdf.Root.StructTreeRoot, in_head=False)
        finished = BytesIO()
        pdf.save(finished)
    return finished.getvalue()


def _mark(element: Any, *, in_head: bool) -> None:
    kind = element.get("/S") if isinstance(element, pikepdf.Dictionary) else None
    in_head = in_head or kind == "/THead"
    if kind == "/TH":
        element.A = pikepdf.Dictionary(
            O=pikepdf.Name.Table, Scope=pikepdf.Name.Column if in_head else pikepdf.Name.Row
        )
    children = element.get("/K") if isinstance(element, pikepdf.Dictionary) else None
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            _mark(child, in_head=in_head)
