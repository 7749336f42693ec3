"""Background jobs: each takes what is waiting, a few at a time, and delegates to the domain."""

from collections.abc import Callable, Mapping


def all_jobs() -> Mapping[str, Callable[[], object]]:
    """The jobs by name; the sweep runs each of them every minute."""
    return {}
