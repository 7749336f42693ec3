"""Whether two versions ask the same question, so that their figures may be set side by side."""

from surveys.definition import Question, Survey, words_in


def asked_alike(question: Question, earlier: Survey) -> bool:
    """Whether an earlier version asked this very question: the same code, kind, English words and options, in order.

    Translations may come and go; a word, an option or the most to choose may not.
    """
    return earlier.has_question(question.code) and _asked(question) == _asked(earlier.question(question.code))


def not_alike(survey: Survey, earlier: Survey) -> tuple[Question, ...]:
    """The closed questions of a version whose figures cannot be set beside those of the earlier one."""
    return tuple(
        question
        for question in survey.questions
        if question.is_choice and question.role is None and not asked_alike(question, earlier)
    )


def _asked(question: Question) -> tuple[object, ...]:
    options = tuple((option.code, words_in(option.text, "en")) for option in question.options)
    return question.kind, words_in(question.text, "en"), question.most, options
