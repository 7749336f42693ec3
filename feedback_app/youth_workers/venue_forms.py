"""The forms of venues and of their posters."""

from typing import Any

from wtforms import RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from feedback_app.documents.poster import Size
from feedback_app.domain.responses.coverage import population
from feedback_app.domain.venues.keep import VenueFacts
from feedback_app.domain.venues.kinds import VenueKind
from feedback_app.platform.forms import StaffForm, choices
from feedback_app.platform.languages import ENGLISH

WHOLE_COUNTY = "The whole county"
KINDS = {
    VenueKind.YOUTH_CLUB: "Youth club",
    VenueKind.SCHOOL: "School or college",
    VenueKind.LIBRARY: "Library",
    VenueKind.HEALTH: "Surgery, clinic or hospital",
    VenueKind.SOCIAL_CARE: "Social care",
    VenueKind.SPORT: "Sports club or leisure centre",
    VenueKind.EVENT: "An event",
    VenueKind.OTHER: "Another place",
}
SIZES = {Size.A4: "A4, for doors and pinboards", Size.A3: "A3, for walls"}


class TickList(SelectMultipleField):
    """Several ticks for one question."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class VenueForm(StaffForm):
    """A place where posters hang or a tablet lies."""

    name = StringField(
        "Name",
        [InputRequired("Write its name."), Length(max=80, message="Use 80 characters or fewer.")],
    )
    kind = SelectField(
        "What kind of place is it?", choices=choices((one.value, KINDS[one]) for one in VenueKind)
    )
    district = SelectField("Where is it?")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.district.choices = choices([("", WHOLE_COUNTY), *districts().items()])

    def facts(self) -> VenueFacts:
        """What was typed."""
        return VenueFacts(
            name=str(self.name.data or ""),
            kind=VenueKind(self.kind.data),
            district=str(self.district.data or ""),
        )


class PosterForm(StaffForm):
    """Posters for which venues, on what paper, in which languages."""

    venues = TickList("For which places?", [InputRequired("Choose at least one place.")])
    languages = TickList(
        "In which languages?", [InputRequired("Choose at least one language.")], default=[ENGLISH]
    )
    size = RadioField(
        "On what paper?", choices=choices((one.value, SIZES[one]) for one in Size), default="A4"
    )


def districts() -> dict[str, str]:
    """The districts that there are population figures for: code to name."""
    codes = dict.fromkeys(line.district for line in population().lines)
    return {code: code.replace("_", " ").title().replace(" Of ", " of ") for code in codes}
