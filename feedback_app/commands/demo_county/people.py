"""The seven people of the demonstration."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from feedback_app.domain.people.demonstrate import DemonstrationPerson, add_demonstration_people
from feedback_app.platform.roles import Role

#: Printed by the product and in its documentation: a password of a demonstration, of nobody.
PASSWORD = "purple-otter-lantern-42"  # noqa: S105  # see above
PEOPLE = (
    DemonstrationPerson(email="youth-worker@demo.example", name="Yasmin Fielding", role=Role.YOUTH_WORKER),
    DemonstrationPerson(
        email="second-youth-worker@demo.example", name="Sam Okafor-Reed", role=Role.YOUTH_WORKER
    ),
    DemonstrationPerson(
        email="safeguarding-lead@demo.example", name="Leila Marchetti", role=Role.SAFEGUARDING_LEAD
    ),
    DemonstrationPerson(
        email="engagement-officer@demo.example", name="Euan Prosser", role=Role.ENGAGEMENT_OFFICER
    ),
    DemonstrationPerson(email="board-officer@demo.example", name="Beatrix Oyelaran", role=Role.BOARD_OFFICER),
    DemonstrationPerson(email="board-member@demo.example", name="Mohan Whitlock", role=Role.BOARD_MEMBER),
    DemonstrationPerson(email="administrator@demo.example", name="Adele Kowalczyk", role=Role.ADMINISTRATOR),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """The ids of those who do something in the demonstration."""

    youth_worker: UUID
    second_youth_worker: UUID
    safeguarding_lead: UUID
    engagement_officer: UUID


def add_people(session: Session) -> Staff:
    """Add all seven."""
    ids = add_demonstration_people(session, PEOPLE, password=PASSWORD)
    return Staff(
        youth_worker=ids["youth-worker@demo.example"],
        second_youth_worker=ids["second-youth-worker@demo.example"],
        safeguarding_lead=ids["safeguarding-lead@demo.example"],
        engagement_officer=ids["engagement-officer@demo.example"],
    )
