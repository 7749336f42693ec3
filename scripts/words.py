"""Gathers the words of the public pages into the catalogs, and makes of the catalogs what the product reads."""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "feedback_app/translations"
TEMPLATE = FOLDER / "messages.pot"
NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
KEYWORDS = DEFAULT_KEYWORDS | {"lazy_gettext": None, "lazy_ngettext": (1, 2)}
HEADER = """\
# Words of the public pages of Be Supported.
# {what}
#"""
ABOUT_TEMPLATE = "The template: `make words` writes it. Translate in the files beside it, never here."
ABOUT_DRAFT = (
    "Made by a computer: a draft until a person who speaks the language confirms it on the page\n"
    "# /surveys/instruments/pages/translations. Afterwards run `make words`."
)


def register_words(
    file: IO[bytes], keywords: object, comment_tags: object, options: object
) -> Iterator[tuple[int, None, str, list[str]]]:
    """The words of the register of contacts, for Babel: names, what they are for, and what is to be tapped."""
    for entry in YAML(typ="safe", pure=True).load(file):
        for words in (entry["name"], entry["what"], *(way["words"] for way in entry["ways"])):
            yield 1, None, words, []


def gathered() -> Catalog:
    """Every marked word of the product as it stands now."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    methods = [(pattern, register_words if "register" in str(kind) else kind) for pattern, kind in methods]
    catalog = Catalog(project="Be Supported", header_comment=HEADER.format(what=ABOUT_TEMPLATE), fuzzy=False)
    found = extract_from_dir(ROOT, methods, options, keywords=KEYWORDS, directory_filter=_is_ours)
    for name, _, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        catalog.add(message, None, [(name, 1)], auto_comments=comments, context=context)
    return catalog


def read(path: Path, locale: str | None = None) -> Catalog:
    """A catalog's file."""
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def written(catalog: Catalog) -> bytes:
    """A catalog as its file stands, without dates, so that nothing changes where no word does."""
    file = io.BytesIO()
    write_po(file, catalog, width=0, ignore_obsolete=True, include_lineno=False)
    lines = file.getvalue().decode().splitlines(keepends=True)
    dated = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', '"Last-Translator')
    return "".join(line for line in lines if not line.startswith(dated)).encode()


def compiled(catalog: Catalog) -> bytes:
    """What the product reads of a catalog; no date stands in it."""
    catalog.creation_date = catalog.revision_date = NO_DAY
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def catalogs() -> Iterator[tuple[str, Path]]:
    """Each language with the file of its catalog."""
    for path in sorted(FOLDER.glob("*/LC_MESSAGES/messages.po")):
        yield path.parts[-3], path


def main() -> int:
    """Write the template, bring each catalog up to it, and compile; says what still has no words."""
    template = gathered()
    TEMPLATE.write_bytes(written(template))
    missing = 0
    for language, path in catalogs():
        catalog = read(path, language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.header_comment = HEADER.format(what=ABOUT_DRAFT)
        path.write_bytes(written(catalog))
        path.with_suffix(".mo").write_bytes(compiled(read(path, language)))
        without = [message for message in catalog if message.id and not _has_words(message.string)]
        missing += len(without)
        sys.stdout.write(f"{language}: {len(catalog)} texts, {len(without)} without words\n")
    return 1 if missing else 0


def _has_words(said: Any) -> bool:
    return all(said) if isinstance(said, tuple | list) else bool(said)


def _is_ours(path: str | Path) -> bool:
    name = Path(path).name
    return not name.startswith(".") and name not in {
        "tests",
        "bench",
        "instance",
        "node_modules",
        "__pycache__",
    }


if __name__ == "__main__":
    sys.exit(main())
