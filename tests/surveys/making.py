"""Small surveys to test with."""

from hypothesis import settings

from surveys import Survey, load

UNHURRIED = settings(deadline=None)
"""For property tests: a busy machine is no failure."""

YES_NO = "[{code: yes, text: 'Yes', positive: yes}, {code: no, text: 'No'}]"

SMALL = """\
slug: small
version: 1
minutes: 1
title: A small survey
purpose: We ask to learn.
intro:
  - Youth workers read this, but not straight away.
beside_text: Don't write names.
scales:
  agree3:
    - {code: agree, text: Agree, face: happy, positive: yes}
    - {code: disagree, text: Disagree, face: unhappy}
    - {code: rather_not_say, text: I'd rather not say, meaningful: no}
sections:
  - code: first
    title: First things
    questions:
      - code: safe
        kind: agree
        text: I feel safe.
        scale: agree3
        outcome: safe.belonging
      - code: where
        kind: multiple
        text: Where do you go?
        most: 2
        outcome: safe.belonging
        options:
          - {code: park, text: Park}
          - {code: club, text: Club}
          - {code: home, text: Home}
          - {code: other, text: Somewhere else, text_box: yes}
          - {code: nowhere, text: Nowhere, exclusive: yes}
          - {code: dont_know, text: I don't know, exclusive: yes, meaningful: no}
      - code: why
        kind: long_text
        text: Why is that?
        max_length: 50
        quotable: yes
        purpose: To learn why.
        shown_when:
          any_of:
            - {question: safe, is: disagree}
            - {question: where, is: [nowhere, home]}
      - code: quote_ok
        kind: single
        text: May we use your words?
        role: may_quote
        purpose: Nothing is quoted without it.
        no_opt_out_because: A blank is a no.
        shown_when: {question: why, has_words: yes}
        options:
          - {code: yes, text: "Yes", positive: yes}
          - {code: no, text: "No"}
"""


def small() -> Survey:
    """The small survey: a scale, a choice of up to two, a text they may show, and a yes to quoting it."""
    return load(SMALL, name="small.yaml")


def line_with(words: str, source: str = SMALL) -> int:
    """The number of the first line that holds these words."""
    return next(number for number, line in enumerate(source.splitlines(), start=1) if words in line)


def changed(old: str, new: str) -> str:
    """The small survey's text with one piece of it replaced."""
    if SMALL.count(old) != 1:
        raise ValueError(f"{old!r} stands {SMALL.count(old)} times in the small survey")
    return SMALL.replace(old, new)
