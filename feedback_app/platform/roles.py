"""The roles of the staff; who may do what stands in the product's contract."""

from enum import StrEnum
from typing import assert_never


class Role(StrEnum):
    """One role a person of the staff holds (docs/contract.md, "Who may do what")."""

    YOUTH_WORKER = "youth_worker"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    ENGAGEMENT_OFFICER = "engagement_officer"
    BOARD_OFFICER = "board_officer"
    BOARD_MEMBER = "board_member"
    ADMINISTRATOR = "administrator"

    @property
    def words(self) -> str:
        """The role as people say it."""
        return self.value.replace("_", " ").capitalize()


def landing_endpoint(role: Role) -> str:
    """The endpoint of the page on which somebody with this role works."""
    match role:
        case Role.YOUTH_WORKER:
            return "moderation.show_queue"
        case Role.SAFEGUARDING_LEAD:
            return "safeguarding.show_queue"
        case Role.ENGAGEMENT_OFFICER:
            return "waves.show_waves"
        case Role.BOARD_OFFICER:
            return "board_reports.show_meetings"
        case Role.BOARD_MEMBER:
            return "agenda.show_agenda"
        case Role.ADMINISTRATOR:
            return "people.show_people"
        case _:
            assert_never(role)
