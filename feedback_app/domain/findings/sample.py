"""Which comments are labelled by a person before the machine's labels are shown, so that agreement is honest."""

from uuid import UUID

from feedback_app.platform.blind_sample import blind_one_in
from feedback_app.platform.crypto import keyed_hash
from feedback_app.platform.secret import secret_key


def is_in_sample(comment_id: UUID) -> bool:
    """Whether a comment is one of the share that is labelled blind; the same whenever it is asked."""
    one_in = blind_one_in()
    if one_in == 0:
        return False
    drawn = keyed_hash(secret_key(), "blind sample", comment_id.bytes)
    return int.from_bytes(drawn[:8], "big") % one_in == 0
