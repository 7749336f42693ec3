"""Who may write to whom, and how much; pure."""

MOST_CHARACTERS = 1000
#: Of her answers, by receipt and day: enough for a talk, too few to flood the queue.
MOST_A_DAY = 5

NO_RECEIPT = (
    "Whoever wrote this did not ask for a code, so nobody could read a reply. What they said still counts."
)
WITH_LEAD = "Something this person wrote is with the safeguarding lead, who is the one to write back."


def why_not(*, has_receipt: bool, with_lead: bool, is_lead: bool) -> str:
    """Why somebody cannot write back, in a sentence for that person; "" when they can."""
    if not has_receipt:
        return NO_RECEIPT
    if with_lead and not is_lead:
        return WITH_LEAD
    return ""
