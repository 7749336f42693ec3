"""What pydantic found wrong with a file's shape, said in plain words with the line and the question."""

from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from surveys.flaws import DefinitionError, Flaw, FlawCode
from surveys.schema import (
    ConditionShape,
    OptionShape,
    QuestionShape,
    SectionShape,
    SurveyShape,
    TranslationShape,
)
from surveys.yaml_reading import LinedDocument, Path

_SHAPES: dict[str, type[BaseModel]] = {
    "sections": SectionShape,
    "questions": QuestionShape,
    "options": OptionShape,
    "scales": OptionShape,
    "shown_when": ConditionShape,
    "any_of": ConditionShape,
    "all_of": ConditionShape,
    "translations": TranslationShape,
}

_LIST_ADVICE = "Write one entry a line, each with a dash and a space before it."
_SAID: dict[str, tuple[str, str]] = {
    "bool_parsing": ("“{name}” must be yes or no.", "Write yes or no after the colon."),
    "int_parsing": ("“{name}” must be a whole number.", "Write a number such as 3 after the colon."),
    "greater_than_equal": ("“{name}” is too small.", "It must be {ge} or more."),
    "less_than_equal": ("“{name}” is too large.", "It must be {le} or less."),
    "string_type": ("“{name}” must be words.", "Write the words after the colon, on the same line."),
    "string_too_short": ("“{name}” is empty.", "Write the words after the colon."),
    "string_too_long": ("“{name}” is too long.", "It may have {max_length} characters at most."),
    "string_pattern_mismatch": (
        "“{name}” is not written as it must be.",
        "Use small letters and digits, joined by _ in a code and by - in a slug or a language.",
    ),
    "list_type": ("“{name}” must be a list.", _LIST_ADVICE),
    "too_short": ("“{name}” has nothing in it.", _LIST_ADVICE),
    "dict_type": (
        "“{name}” must be words, or words by language.",
        "Write text, or lines such as “en: text”.",
    ),
    "model_type": ("“{name}” is not written as it must be.", "Write lines of a name, a colon and a value."),
    "enum": ("“{name}” is none of the words that may stand here.", "Use one of these: {expected}."),
}


def definition_error(error: ValidationError, document: LinedDocument, *, name: str) -> DefinitionError:
    """Every error of the shape as a flaw with its line, its question and what to do."""
    return DefinitionError([_flaw(details, document, name) for details in error.errors()])


def _flaw(details: ErrorDetails, document: LinedDocument, name: str) -> Flaw:
    path: Path = tuple(part for part in details["loc"] if part != "[key]")
    wrong, advice = _words(details, path)
    return Flaw(
        code=FlawCode.SHAPE,
        wrong=wrong,
        advice=advice,
        source=name,
        line=document.line_of(path),
        question=_question(document, path),
    )


def _words(details: ErrorDetails, path: Path) -> tuple[str, str]:
    named = next((str(part) for part in reversed(path) if isinstance(part, str)), "file")
    context = details.get("ctx", {})
    match details["type"]:
        case "missing":
            return f"“{named}” is missing.", f"Add a line “{named}: …” here."
        case "extra_forbidden":
            return f"“{named}” is no name that may stand here.", _suggestion(named, path)
        case "advice":
            return details["msg"], str(context["advice"])
        case known if known in _SAID:
            wrong, advice = _SAID[known]
            return wrong.format(name=named), advice.format(**context)
        case _:
            return f"“{named}” is not right.", f"{details['msg']}."


def _suggestion(named: str, path: Path) -> str:
    shape = next((_SHAPES[str(part)] for part in reversed(path[:-1]) if part in _SHAPES), SurveyShape)
    allowed = [field.alias or key for key, field in shape.model_fields.items()]
    close = get_close_matches(named, allowed, n=1)
    if close:
        return f"Did you mean “{close[0]}”?"
    return f"Delete the line, or use one of these: {', '.join(allowed)}."


def _question(document: LinedDocument, path: Path) -> str | None:
    match path:
        case ("sections", int() as section, "questions", int() as number, *_):
            return document.codes.get(path[:4]) or f"number {number + 1} of section {section + 1}"
        case _:
            return None
