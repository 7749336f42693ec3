"""Style sheets, scripts and pictures under addresses that change with their content, ready compressed."""

import gzip
import hashlib
import re
from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path

from flask import Blueprint, Flask, Response, abort, current_app, request

from feedback_app.platform.access import anyone
from feedback_app.platform.brand import in_colour, sign
from feedback_app.platform.settings import Settings

STATIC = Path(__file__).resolve().parent.parent / "static"
#: Bundles are the style sheets or scripts of these folders, in this order, each folder's files by name.
#: The scripts of a bundle are the parts of one module: they see one another and import nothing.
BUNDLES = {
    "public.css": ("css/foundation", "css/components", "css/public"),
    "talk.css": ("css/talk",),
    "ways.css": ("css/ways",),
    "staff.css": ("css/foundation", "css/components", "css/staff_components", "css/talk", "css/staff"),
    "public.js": ("js/public",),
    "survey.js": ("js/public", "js/survey"),
    "aloud.js": ("js/aloud",),
    "kiosk.css": ("css/kiosk",),
    "kiosk.js": ("js/kiosk",),
}
PARTS = tuple(STATIC / folder for folders in BUNDLES.values() for folder in folders)
MARK = "img/mark.svg"
KEPT = {".css", ".js", ".svg", ".png", ".ico", ".webmanifest"}

bp = Blueprint("assets", __name__)


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    name: str
    hashed: str
    kind: str
    plain: bytes
    packed: bytes


class Assets:
    """Every asset of the product, read once when the application is made."""

    def __init__(self, settings: Settings) -> None:
        self._by_name: dict[str, Asset] = {}
        self._by_hash: dict[str, Asset] = {}
        for name, folders in BUNDLES.items():
            kind = f"*{Path(name).suffix}"
            parts = [part for folder in folders for part in sorted((STATIC / folder).glob(kind))]
            text = "\n".join(part.read_text() for part in parts)
            self._keep(name, in_colour(_without_remarks(text, kind), settings.brand_colour).encode())
        for path in sorted(STATIC.rglob("*")):
            if path.suffix in KEPT and path.suffix != ".css" and path.parent not in PARTS:
                self._keep(path.relative_to(STATIC).as_posix(), path.read_bytes())
        mark = in_colour((STATIC / MARK).read_text(), settings.brand_colour).encode()
        self._keep(MARK, sign(settings.logo) if settings.logo else mark)

    def _keep(self, name: str, content: bytes) -> None:
        stem, _, suffix = name.rpartition(".")
        hashed = f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
        kind = guess_type(name)[0] or "application/octet-stream"
        asset = Asset(name, hashed, kind, content, gzip.compress(content, 9, mtime=0))
        self._by_name[name] = asset
        self._by_hash[hashed] = asset

    def address(self, name: str) -> str:
        """The address of an asset by its name, for templates. Raises KeyError for a name that is not there."""
        return f"/assets/{self._by_name[name].hashed}"

    def named(self, name: str) -> Asset:
        """The asset of this name, for the few that have an address of their own. Raises KeyError."""
        return self._by_name[name]

    def find(self, hashed: str) -> Asset | None:
        """The asset behind an address."""
        return self._by_hash.get(hashed)


def init_assets(app: Flask, settings: Settings) -> None:
    """Read the assets in the county's colour, with its sign, and give templates `asset(name)` and `own_sign`.

    Raises BadSetting for a colour that cannot be read, or a sign that is none.
    """
    assets = Assets(settings)
    app.jinja_env.globals["own_sign"] = settings.logo is not None
    app.extensions["assets"] = assets
    app.jinja_env.globals["asset"] = assets.address
    app.register_blueprint(bp)


@bp.get("/assets/<path:hashed>")
@anyone
def send(hashed: str) -> Response:
    """Send an asset; it may be kept for a year, since its address changes with it.

    :raise 404: no asset has this address.
    """
    assets: Assets = _assets()
    asset = assets.find(hashed)
    if asset is None:
        abort(404)
    packed = bool(request.accept_encodings["gzip"]) and len(asset.packed) < len(asset.plain)
    response = Response(asset.packed if packed else asset.plain, mimetype=asset.kind)
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _without_remarks(text: str, kind: str) -> str:
    """A style sheet or script without the remarks that stand on lines of their own; a phone pays for each."""
    remarks = r"^\s*/\*.*?\*/\n" if kind == "*.css" else r"^[ ]*//.*\n"
    flags = re.MULTILINE | re.DOTALL if kind == "*.css" else re.MULTILINE
    return re.sub(remarks, "", text, flags=flags)


def _assets() -> Assets:
    found: Assets = current_app.extensions["assets"]
    return found
