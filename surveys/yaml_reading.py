"""YAML text into plain lists, dicts and strings, with the line on which each of them stands."""

from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from surveys.flaws import DefinitionError, Flaw, FlawCode

Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"]
Path: TypeAlias = tuple[str | int, ...]

_MOST_CHARACTERS = 1_000_000
_MOST_NODES = 50_000
_DEEPEST = 60

_OPEN_QUOTE = "A quote is opened and never closed: add the missing one."
_ADVICE = (
    ("found character '\\t'", "Use spaces at the start of a line, never the tab key."),
    ("mapping values are not allowed", "Put a text that has a colon in it between double quotes."),
    ("while scanning a quoted scalar", _OPEN_QUOTE),
    ("did not find expected", "Check that it starts under the lines it belongs with, space for space."),
    ("expected <block end>", "Check that it starts under the lines it belongs with, space for space."),
    ("could not find expected ':'", "Each line needs a name, a colon, a space and then the text."),
    ("found undefined alias", "Put a text that starts with * between double quotes."),
    ("cannot start any token", "Put a text that starts with a sign such as @, % or ` between double quotes."),
)
_OTHER_ADVICE = "Check the spaces at the start of this line and the quotes in it and above it."


class LinedDocument:
    """A definition's plain content, every scalar left as the words it is written in, with lines and codes."""

    def __init__(self, content: Plain, lines: dict[Path, int], codes: dict[Path, str]) -> None:
        self.content = content
        self.lines = lines
        self.codes = codes

    def line_of(self, path: Path) -> int:
        """The line (from 1) of this place, or of the nearest place that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_yaml(source: str, *, name: str) -> LinedDocument:
    """Read YAML 1.2 in which `Yes`, `no`, `on`, `012` and `11_12` all stay words. Raises DefinitionError."""
    if len(source) > _MOST_CHARACTERS:
        raise _not_yaml(name, 1, "the file is far too long for a survey.", "Choose the right file.")
    yaml = YAML(typ="rt", pure=True)
    yaml.composer.warn_double_anchors = False  # a name may be given anew (YAML 1.2, 3.2.2.2)
    try:
        root = yaml.compose(source)
    except MarkedYAMLError as error:
        raise _from_marked(error, source, name) from error
    except YAMLError as error:
        position = getattr(error, "position", 0)
        line = source.count("\n", 0, position if isinstance(position, int) else 0) + 1
        raise _not_yaml(
            name, line, "there is a sign here that no text may hold.", "Delete it and type it again."
        ) from error
    except RecursionError as error:
        raise _too_deep(name, 1) from error
    if not isinstance(root, MappingNode):
        raise _not_yaml(
            name, 1, "this is not a survey definition.", "Start with lines such as “slug: be-supported”."
        )
    reader = _Reader(name)
    return LinedDocument(reader.plain(root, (), 0), reader.lines, reader.codes)


class _Reader:
    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Path, int] = {}
        self.codes: dict[Path, str] = {}
        self.nodes = 0

    def plain(self, node: Node, path: Path, depth: int) -> Plain:
        line = node.start_mark.line + 1
        self.nodes += 1
        if depth > _DEEPEST or self.nodes > _MOST_NODES:
            raise _too_deep(self.name, line)
        self.lines.setdefault(path, line)
        if isinstance(node, MappingNode):
            return self._dict(node, path, depth)
        if isinstance(node, SequenceNode):
            return [self.plain(item, (*path, i), depth + 1) for i, item in enumerate(node.value)]
        return str(node.value)

    def _dict(self, node: MappingNode, path: Path, depth: int) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, ScalarNode):
                raise _not_yaml(self.name, line, "a name before a colon is missing.", _OTHER_ADVICE)
            key = str(key_node.value)
            if key in found:
                raise _not_yaml(
                    self.name, line, f"“{key}” stands here twice.", "Delete one of the two lines."
                )
            self.lines[(*path, key)] = line
            found[key] = self.plain(value_node, (*path, key), depth + 1)
        code = found.get("code")
        if isinstance(code, str) and code:
            self.codes[path] = code
        return found


def _not_yaml(name: str, line: int, wrong: str, advice: str) -> DefinitionError:
    flaw = Flaw(code=FlawCode.NOT_YAML, wrong=wrong, advice=advice, source=name, line=line)
    return DefinitionError([flaw])


def _too_deep(name: str, line: int) -> DefinitionError:
    return _not_yaml(
        name, line, "lists stand within lists far too deep.", "Compare with a definition that works."
    )


def _from_marked(error: MarkedYAMLError, source: str, name: str) -> DefinitionError:
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.context_mark if "quoted scalar" in said else error.problem_mark
    line = mark.line + 1 if mark is not None else 1
    wrong = "the file cannot be read from here on."
    opened = _left_open(source.splitlines()[:line])
    if opened:
        return _not_yaml(name, opened, wrong, _OPEN_QUOTE)
    advice = next((advice for sign, advice in _ADVICE if sign in said), _OTHER_ADVICE)
    return _not_yaml(name, line, wrong, advice)


def _left_open(lines: list[str]) -> int:
    """The line whose double quote nothing closes, or 0: YAML itself only stumbles at the next quote below."""
    odd = [number for number, line in enumerate(lines, start=1) if line.count('"') % 2]
    return odd[-1] if len(odd) % 2 else 0
