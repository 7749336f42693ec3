"""Translations of a definition: the flat keys its words go by, and what each language still lacks."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from surveys.definition import ENGLISH, Survey, Words, is_in
from surveys.flaws import Flaw, FlawCode
from surveys.schema import SurveyShape
from surveys.yaml_reading import LinedDocument, Path

#: Every two-letter language of ISO 639-1; a tag of three letters is taken at its word.
_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es"
    " et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki"
    " kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no"
    " nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te"
    " tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_KNOWN = frozenset(_TWO_LETTERS.split())
#: What marks a tag as another wording of its language, such as Easy Read ("en-x-easy"), and not as a language.
_PRIVATE = "-x-"


def keyed_words(survey: Survey) -> Mapping[str, Words]:
    """Every text of a survey by its key, in the order of the file; a scale's options stand once, under its name."""
    found: dict[str, Words] = {"survey.title": survey.title, "survey.purpose": survey.purpose}
    found |= {f"survey.intro.{number}": line for number, line in enumerate(survey.intro, start=1)}
    if survey.beside_text is not None:
        found["survey.beside_text"] = survey.beside_text
    for section in survey.sections:
        found[f"section.{section.code}.title"] = section.title
        if section.intro is not None:
            found[f"section.{section.code}.intro"] = section.intro
        for question in section.questions:
            found[f"question.{question.code}.text"] = question.text
            if question.hint is not None:
                found[f"question.{question.code}.hint"] = question.hint
            holder = question.scale or question.code
            found |= {f"option.{holder}.{option.code}": option.text for option in question.options}
    return found


def missing_words(survey: Survey, language: str) -> tuple[str, ...]:
    """The keys whose words are shown in English because this language has none, in the order of the file."""
    return tuple(key for key, words in keyed_words(survey).items() if not is_in(words, language))


def fingerprint(survey: Survey, language: str) -> str:
    """What the words of a survey in a language are known by: another word of theirs, or of their English, changes it."""
    said = [(key, words[ENGLISH], words.get(language, "")) for key, words in keyed_words(survey).items()]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def languages(shape: SurveyShape) -> tuple[str, ...]:
    """What the survey can be answered in: English, the languages listed, and those with a translation."""
    translated = [tag for tag in shape.translations if _PRIVATE not in tag]
    return tuple(dict.fromkeys([ENGLISH, *shape.languages, *translated]))


def strange_translations(survey: Survey, shape: SurveyShape, document: LinedDocument) -> Iterator[Flaw]:
    """What a translation holds that belongs to no text of the survey, or to no language."""
    known = list(keyed_words(survey))
    for tag, block in shape.translations.items():
        place: Path = ("translations", tag)
        if tag == ENGLISH:
            yield _flaw(
                survey,
                document.line_of(place),
                "English is no translation.",
                "Change the words where they stand above.",
            )
        elif len(tag.partition("-")[0]) == 2 and tag.partition("-")[0] not in _KNOWN:
            wrong = f"“{tag}” is no language."
            yield _flaw(survey, document.line_of(place), wrong, "Write its code, such as pl, pt, ro or ar.")
        for key in block.words:
            if key not in known:
                wrong = f"“{key}” ({tag}) is the key of no text in this survey."
                yield _flaw(survey, document.line_of((*place, "words", key)), wrong, _advice(key, known))


def _advice(key: str, known: list[str]) -> str:
    close = get_close_matches(key, known, n=1)
    return f"Did you mean “{close[0]}”?" if close else "Delete the line, or mend its key."


def _flaw(survey: Survey, line: int, wrong: str, advice: str) -> Flaw:
    return Flaw(code=FlawCode.TRANSLATION, wrong=wrong, advice=advice, source=survey.source, line=line)
