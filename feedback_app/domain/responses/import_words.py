"""What is wrong with a cell of an import, in words for whoever mends the file; never what stands in it."""

from typing import assert_never

from surveys import Problem, ProblemCode, Question


def in_words(problem: Problem, question: Question) -> str:
    """What is wrong and what to do, by the codes that the file uses."""
    of = problem.parameters
    offered = ", ".join(option.code for option in question.options)
    match problem.code:
        case ProblemCode.NOT_OFFERED:
            return f"this answer is not offered. Use {_one_of(question)}: {offered}."
        case ProblemCode.ONLY_ONE:
            return f"{of['chosen']} answers, but only one can be given. Use one of: {offered}."
        case ProblemCode.ALONE:
            return f"“{of['option']}” cannot stand with other answers. Keep it alone, or take it out."
        case ProblemCode.TOO_MANY:
            return f"{of['chosen']} answers, but {of['most']} are the most. Take some out."
        case ProblemCode.TOO_LONG:
            return f"{of['length']} characters, but {of['most']} are the most. Shorten it."
        case _:
            assert_never(problem.code)


def _one_of(question: Question) -> str:
    return "one or more of these, with | between them" if question.kind == "multiple" else "one of these"
