"""What is unwise in a definition, though it could be judged: the rules a good survey for the young keeps."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from surveys.definition import Question, Role, Survey, Words
from surveys.flaws import Flaw, FlawCode
from surveys.outcomes import OUTCOMES
from surveys.pictures import PICTURES
from surveys.reaching import can_be_shown
from surveys.structure import flaw_of, structural_flaws

_LONGEST_SENTENCE_WORDS = 20
_LONGEST_OPTION_CHARACTERS = 80
_SENTENCE_END = re.compile(r"[.!?:;؟؛]+(?:\s+|$)|\n")


def check(survey: Survey) -> tuple[Flaw, ...]:
    """Every flaw found, in the file's order; an empty tuple is a definition fit to open (SAFETY R-34, R-35, R-76)."""
    structural = structural_flaws(survey)
    flaws = [*structural, *_said_first(survey), *_translations(survey), *_wording(survey)]
    flaws += (_no_picture(survey, name, 1, None) for name in survey.intro_pictures if not _is_picture(name))
    for question in survey.questions:
        flaws += _purpose(survey, question)
        flaws += _opt_out(survey, question)
        flaws += _option_lengths(survey, question)
        flaws += _pictures(survey, question)
        if not structural and not can_be_shown(survey, question):
            flaws.append(
                flaw_of(
                    survey,
                    question,
                    FlawCode.UNREACHABLE,
                    "no answers whatever can show this question.",
                    "Check its “shown_when”, and that of the questions it looks at.",
                )
            )
    return tuple(sorted(flaws, key=lambda flaw: flaw.line))


def _said_first(survey: Survey) -> Iterator[Flaw]:
    takes_text = any(
        question.is_text or any(option.text_box for option in question.options)
        for question in survey.questions
    )
    if not survey.intro:
        yield Flaw(
            code=FlawCode.NOTHING_SAID_FIRST,
            wrong="nothing is said before the first question.",
            advice="Add “intro:” with who reads the answers, how soon, and where help is.",
            source=survey.source,
            line=1,
        )
    if takes_text and survey.beside_text is None:
        yield Flaw(
            code=FlawCode.NOTHING_SAID_FIRST,
            wrong="nothing is said beside the text boxes.",
            advice="Add “beside_text:” with who reads it and that no names are wanted.",
            source=survey.source,
            line=1,
        )
    quotable = next((question for question in survey.questions if question.quotable), None)
    if quotable and not any(question.role is Role.MAY_QUOTE for question in survey.questions):
        yield flaw_of(
            survey,
            quotable,
            FlawCode.NOBODY_ASKS,
            "its words may be quoted, but no question asks for a yes.",
            "Add a question with “role: may_quote”, or delete “quotable”.",
        )


def _purpose(survey: Survey, question: Question) -> Iterator[Flaw]:
    if question.outcome is not None and question.outcome not in OUTCOMES:
        yield flaw_of(
            survey,
            question,
            FlawCode.UNKNOWN_OUTCOME,
            f"the plan has no outcome “{question.outcome}”.",
            f"Use one of these: {', '.join(OUTCOMES)}.",
        )
    is_asked = question.is_choice or question.is_text
    if is_asked and not (question.outcome or question.coverage or question.purpose.strip()):
        yield flaw_of(
            survey,
            question,
            FlawCode.NO_PURPOSE,
            "nothing says what it is asked for.",
            "Add “outcome:”, “coverage: yes” or “purpose:” with a sentence. Otherwise do not ask.",
        )


def _opt_out(survey: Survey, question: Question) -> Iterator[Flaw]:
    opts_out = any(not option.meaningful for option in question.options)
    if question.is_choice and not opts_out and not question.no_opt_out_because.strip():
        yield flaw_of(
            survey,
            question,
            FlawCode.NO_OPT_OUT,
            "nobody can say “I'd rather not say” or “I don't know”.",
            "Add such an option with “meaningful: no”, or say why not under “no_opt_out_because:”.",
        )


def _wording(survey: Survey) -> Iterator[Flaw]:
    for words, what, line, question in _all_words(survey):
        sentences = [sentence for text in words.values() for sentence in _SENTENCE_END.split(text)]
        longest = max(len(sentence.split()) for sentence in sentences)
        if longest > _LONGEST_SENTENCE_WORDS:
            yield Flaw(
                code=FlawCode.TOO_LONG,
                wrong=f"{what} has a sentence of {longest} words.",
                advice=f"Make two of it: {_LONGEST_SENTENCE_WORDS} words are the most.",
                source=survey.source,
                line=line,
                question=question,
            )


def _option_lengths(survey: Survey, question: Question) -> Iterator[Flaw]:
    for option in question.options:
        length = max(len(words) for words in option.text.values())
        if length > _LONGEST_OPTION_CHARACTERS:
            yield Flaw(
                code=FlawCode.TOO_LONG,
                wrong=f"the option “{option.code}” is {length} characters long.",
                advice=f"Say it in {_LONGEST_OPTION_CHARACTERS} or fewer.",
                source=survey.source,
                line=option.line,
                question=question.code,
            )


def _pictures(survey: Survey, question: Question) -> Iterator[Flaw]:
    named = [(question.picture, question.line), *((one.picture, one.line) for one in question.options)]
    for picture, line in named:
        if not _is_picture(picture):
            yield _no_picture(survey, picture, line, question.code)


def _is_picture(name: str) -> bool:
    """Whether nothing or one of the set is named."""
    return not name or name in PICTURES


def _no_picture(survey: Survey, name: str, line: int, question: str | None) -> Flaw:
    close = get_close_matches(name, sorted(PICTURES), n=1)
    return Flaw(
        code=FlawCode.PICTURE,
        wrong=f"there is no picture “{name}”.",
        advice=f"Did you mean “{close[0]}”?"
        if close
        else f"Use one of these: {', '.join(sorted(PICTURES))}.",
        source=survey.source,
        line=line,
        question=question,
    )


def _translations(survey: Survey) -> Iterator[Flaw]:
    for words, what, line, question in _all_words(survey):
        translated = survey.confirmed_by
        missing = [tag for tag in survey.languages if tag not in words and tag not in translated]
        unlisted = [tag for tag in words if tag not in survey.languages and tag not in translated]
        if missing:
            yield _translation_flaw(
                survey, f"{what} is not translated into {', '.join(missing)}.", line, question
            )
        if unlisted:
            yield _translation_flaw(
                survey,
                f"{what} has words in {', '.join(unlisted)}, not one of its languages.",
                line,
                question,
            )


def _translation_flaw(survey: Survey, wrong: str, line: int, question: str | None) -> Flaw:
    return Flaw(
        code=FlawCode.TRANSLATION,
        wrong=wrong,
        advice="Add the words, or mend the list “languages:”.",
        source=survey.source,
        line=line,
        question=question,
    )


def _all_words(survey: Survey) -> Iterator[tuple[Words, str, int, str | None]]:
    yield survey.title, "the title", 1, None
    yield survey.purpose, "the purpose", 1, None
    for number, words in enumerate(survey.intro, start=1):
        yield words, f"line {number} of the intro", 1, None
    if survey.beside_text is not None:
        yield survey.beside_text, "the line beside text boxes", 1, None
    for section in survey.sections:
        yield section.title, f"the title of section “{section.code}”", section.line, None
        if section.intro is not None:
            yield section.intro, f"the intro of section “{section.code}”", section.line, None
    for question in survey.questions:
        yield question.text, "the text", question.line, question.code
        if question.hint is not None:
            yield question.hint, "the hint", question.line, question.code
        for option in question.options:
            yield option.text, f"the option “{option.code}”", option.line, question.code
