"""The code of texts that no question of a survey asked for; no question's code can begin with a line."""

#: Her answer to a reply: read by a person like every text, never counted, never quoted, in no export.
ANSWER = "_answer"
#: Written as a box beside an option is, so that whoever leaves those out leaves this out too.
ANSWER_FIELD = "_answer__to_a_reply"
ANSWER_WORDS = "Answer to a reply"
