"""A definition file into a Survey, or a DefinitionError that says line by line what to mend."""

from functools import lru_cache
from pathlib import Path as FilePath

from pydantic import ValidationError

from surveys.definition import (
    AllOf,
    AnyOf,
    Condition,
    HasWords,
    Is,
    Kind,
    Option,
    Question,
    Section,
    Survey,
    Words,
)
from surveys.explaining import definition_error
from surveys.flaws import DefinitionError, Flaw, FlawCode
from surveys.schema import ConditionShape, OptionShape, QuestionShape, SectionShape, SurveyShape
from surveys.structure import structural_flaws
from surveys.translations import languages, strange_translations
from surveys.yaml_reading import LinedDocument, Path, read_yaml

_DEFINITIONS = FilePath(__file__).parent / "definitions"
USUAL_LENGTH = {Kind.SHORT_TEXT: 100, Kind.LONG_TEXT: 1000}
"""Most characters of a text whose definition names no length."""

INSTRUMENTS: tuple[str, ...] = tuple(sorted(file.stem for file in _DEFINITIONS.glob("*.yaml")))
"""The slugs of the instruments that ship with the product."""


def instrument_text(slug: str) -> str:
    """The YAML text of a shipped instrument; raises KeyError when there is none of that slug."""
    if slug not in INSTRUMENTS:
        raise KeyError(slug)
    return (_DEFINITIONS / f"{slug}.yaml").read_text(encoding="utf-8")


def load_file(path: FilePath | str) -> Survey:
    """Read a definition file. Raises DefinitionError, or OSError when the file cannot be opened."""
    path = FilePath(path)
    try:
        source = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        flaw = Flaw(
            code=FlawCode.NOT_YAML,
            wrong="this is not a plain text file.",
            advice="Save it again as text in UTF-8.",
            source=path.name,
        )
        raise DefinitionError([flaw]) from error
    return load(source, name=path.name)


def load(source: str, *, name: str = "definition") -> Survey:
    """Read a definition's YAML text; `name` stands in the messages.

    The first reading costs tens of milliseconds, the same text again none. Raises DefinitionError when the text is
    not YAML, has another shape than a definition, or could not be judged; `check` then says what is merely unwise.
    """
    return _loaded(source, name)


def load_unfinished(source: str, *, name: str = "draft") -> Survey:
    """Read the text of a draft, which may be one that cannot be judged yet; `check` says what it lacks.

    Raises DefinitionError when the text is not YAML or has another shape than a definition.
    """
    return _built(source, name)[0]


@lru_cache(maxsize=64)
def _loaded(source: str, name: str) -> Survey:
    survey, strange = _built(source, name)
    flaws = [*structural_flaws(survey), *strange]
    if flaws:
        raise DefinitionError(flaws)
    return survey


@lru_cache(maxsize=64)
def _built(source: str, name: str) -> tuple[Survey, tuple[Flaw, ...]]:
    """The survey whether or not it could be judged, and what is strange in its translations."""
    document = read_yaml(source, name=name)
    try:
        shape = SurveyShape.model_validate(document.content)
    except ValidationError as error:
        raise definition_error(error, document, name=name) from error
    survey = _Builder(shape, document, name).survey()
    return survey, tuple(strange_translations(survey, shape, document))


class _Builder:
    """Turns the judged shape into the survey and gives each part its line."""

    def __init__(self, shape: SurveyShape, document: LinedDocument, name: str) -> None:
        self.shape = shape
        self.document = document
        self.name = name

    def survey(self) -> Survey:
        shape = self.shape
        return Survey(
            slug=shape.slug,
            version=shape.version,
            title=self._said("survey.title", shape.title),
            purpose=self._said("survey.purpose", shape.purpose),
            intro=tuple(
                self._said(f"survey.intro.{number}", line) for number, line in enumerate(shape.intro, start=1)
            ),
            intro_pictures=tuple(shape.intro_pictures),
            beside_text=self._perhaps("survey.beside_text", shape.beside_text),
            minutes=shape.minutes,
            languages=languages(shape),
            sections=tuple(
                self._section(section, ("sections", i)) for i, section in enumerate(shape.sections)
            ),
            confirmed_by={tag: block.confirmed_by for tag, block in shape.translations.items()},
            source=self.name,
        )

    def _said(self, key: str, words: Words) -> Words:
        """The words that stand in their place, and those that the translations hold under their key."""
        translated = {
            tag: block.words[key] for tag, block in self.shape.translations.items() if key in block.words
        }
        return {**words, **translated}

    def _perhaps(self, key: str, words: Words | None) -> Words | None:
        return None if words is None else self._said(key, words)

    def _section(self, shape: SectionShape, path: Path) -> Section:
        return Section(
            code=shape.code,
            title=self._said(f"section.{shape.code}.title", shape.title),
            intro=self._perhaps(f"section.{shape.code}.intro", shape.intro),
            questions=tuple(
                self._question(question, (*path, "questions", i))
                for i, question in enumerate(shape.questions)
            ),
            line=self.document.line_of(path),
        )

    def _question(self, shape: QuestionShape, path: Path) -> Question:
        return Question(
            code=shape.code,
            kind=shape.kind,
            text=self._said(f"question.{shape.code}.text", shape.text),
            hint=self._perhaps(f"question.{shape.code}.hint", shape.hint),
            options=self._options(shape, path),
            most=shape.most,
            max_length=shape.max_length or USUAL_LENGTH.get(shape.kind),
            shown_when=self._condition(shape.shown_when, (*path, "shown_when")),
            outcome=shape.outcome,
            coverage=shape.coverage,
            purpose=shape.purpose,
            sensitive=shape.sensitive,
            quotable=shape.quotable,
            in_index=shape.in_index,
            role=shape.role,
            no_opt_out_because=shape.no_opt_out_because,
            scale=shape.scale or "",
            picture=shape.picture or "",
            line=self.document.line_of(path),
        )

    def _options(self, shape: QuestionShape, path: Path) -> tuple[Option, ...]:
        if shape.scale is None:
            return self._listed(shape.options or [], shape.code, (*path, "options"))
        if shape.options is None and shape.scale in self.shape.scales:
            return self._listed(self.shape.scales[shape.scale], shape.scale, ("scales", shape.scale))
        wrong = f"there is no scale “{shape.scale}” in this file."
        advice = f"Scales of this file: {', '.join(self.shape.scales) or 'none'}."
        if shape.options is not None:
            wrong, advice = "it has both a scale and options of its own.", "Keep one of the two."
        line = self.document.line_of((*path, "scale"))
        raise DefinitionError(
            [
                Flaw(
                    code=FlawCode.OPTIONS,
                    wrong=wrong,
                    advice=advice,
                    source=self.name,
                    line=line,
                    question=shape.code,
                )
            ]
        )

    def _listed(self, shapes: list[OptionShape], holder: str, path: Path) -> tuple[Option, ...]:
        return tuple(
            Option(
                code=shape.code,
                text=self._said(f"option.{holder}.{shape.code}", shape.text),
                exclusive=shape.exclusive,
                text_box=shape.text_box,
                meaningful=shape.meaningful,
                positive=shape.positive,
                face=shape.face,
                picture=shape.picture or "",
                line=self.document.line_of((*path, i)),
            )
            for i, shape in enumerate(shapes)
        )

    def _condition(self, shape: ConditionShape | None, path: Path) -> Condition | None:
        return None if shape is None else self._whole(shape, path)

    def _whole(self, shape: ConditionShape, path: Path) -> Condition:
        line = self.document.line_of(path)
        if shape.any_of is not None:
            return AnyOf(conditions=self._parts(shape.any_of, (*path, "any_of")))
        if shape.all_of is not None:
            return AllOf(conditions=self._parts(shape.all_of, (*path, "all_of")))
        question = shape.question or ""
        if shape.is_ is not None:
            return Is(question=question, options=tuple(shape.is_), line=line)
        return HasWords(question=question, line=line)

    def _parts(self, shapes: list[ConditionShape], path: Path) -> tuple[Condition, ...]:
        return tuple(self._whole(shape, (*path, i)) for i, shape in enumerate(shapes))
