"""The families of problems the domain raises; `errors` says once what each becomes on a page."""


class Problem(Exception):
    """Something that a person asked for and that cannot be done; str() is a sentence for that person."""


class Missing(Problem):
    """What was asked for is not there (404)."""


class Refused(Problem):
    """This person may not do that, or not alone (403)."""


class Conflict(Problem):
    """Somebody else was first, or the thing has moved on (409)."""


class Invalid(Problem):
    """What was typed cannot be taken as it is (422)."""
