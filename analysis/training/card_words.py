"""The sentences of the model card that no figure changes."""

BEFORE = """
# Model card: how comments are read

Written by `make evaluate`; analysis version {version}. All figures come of one run on the same rows. No figure about what was learned
is of a row that its model had seen: the rows are cut into five parts, so that one respondent's comments, comments built alike and texts
with the same words are in one part, and each part is read by a model fitted to the other four. The weights that ship are fitted to all
rows afterwards, so no row here can measure them; expect them to do about as well on new text of the same kinds.
Intervals are 95 %, from drawing whole groups anew 200 times.

What it is: linear weights over words, pairs of words, runs of letters and signals of the whole comment (TextBlob's polarity and
subjectivity, VADER's word ratings, our own lists of praise, complaint and wishes, negation, signs, the kind of question), and for the
16 outcomes the same with word topics and the lists' phrases. Plain JSON, no code in it. Answers such as "Nothing." are read by the
codebook's rule with the question; text in another language is never scored.
"""

HOW = """
## How it was done

- The NHS answers are rated by the patients themselves, 1 to 5, folded to three: a rating is not always what the words say.
- Short posts carry the mean of ten ratings from -4 to 4; nearer to 0 than 0.5 counts as neutral. The collection was chosen for its
  feeling, so neutral posts are rarer than elsewhere; on a common mix of posts expect less.
- Young people's comments are the project's own corpus (`analysis/corpus/`), written for it and labelled twice by the codebook. Real
  comments will differ.
- Young people's comments of five words or more are also fitted, at a quarter of the weight, under questions of the other kinds.
- Confidence is the share of held-out guesses that were right at that probability, drawn for each kind of question from the other parts.
- TextBlob is read as negative below 0 and positive above, VADER with its usual 0.05. Tf-idf has words and pairs, cross-fitted like ours.
"""

TRIED = """
## What was tried, and what each try gave

Macro-F1 on NHS answers / short posts / young people's comments, held out, before the codebook's rules.

| try | NHS | posts | young |
|---|---|---|---|
| words alone | 0.66 | 0.62 | 0.77 |
| and pairs of words | 0.65 | 0.62 | 0.80 |
| and runs of letters | 0.65 | 0.63 | 0.77 |
| and words crossed with the question's kind | 0.67 | 0.64 | 0.78 |
| words and measured signals, no pairs | 0.70 | 0.68 | 0.78 |
| all of these | 0.71 | 0.70 | 0.81 |
| letters at a quarter of the weight | 0.72 | 0.70 | 0.81 |
| words after "not" marked, pairs crossed with the question | 0.72 | 0.70 | 0.81 |
| three words in a row | 0.71 | 0.70 | 0.81 |
| the last sentence's words again | 0.71 | 0.70 | 0.81 |
| VADER's word ratings as signals (kept) | 0.72 | 0.76 | 0.81 |
| young people's comments under other questions too (kept: it holds better when the question is new) | 0.71 | 0.76 | 0.79 |
| questions a service asks about itself apart from others (kept) | 0.72 | 0.76 | 0.79 |
| the codebook's rules giving way where praise is plain (kept; the rules alone cost young people's comments 0.03) | 0.72 | 0.76 | 0.82 |
| neutral made a third likelier when guessing (not kept) | 0.72 | 0.75 | 0.80 |

Micro-F1 of outcomes: lists alone 0.53; words, pairs and letters with the lists 0.59; with word topics 0.61; without letters 0.60 (kept:
smaller and faster); topics in sequence or in pairs 0.60 to 0.61. With a quarter, half, three quarters and all of the corpus: 0.55, 0.58,
0.59, 0.61, so more labelled comments would still help; 340 and then 1,278 comments composed for an outcome (kept, for fitting alone) gave
0.61 and 0.62; 1,849 more by two further writers 0.64 (kept), 6,700 by six more 0.68 and 1,740 by two more the same (kept). Held back half as
much 0.66 (kept), as before 0.65, twice as much 0.64, each at its own best threshold, so a little above what the table says. Comments about worry, which tell of `safe.protected` and `healthy.wellbeing` alone: at a tenth of the weight F1 of these two rose from
0.69 and 0.58 to 0.71 and 0.59 (kept), at half the weight the first fell.

Under *What is good?* hardly anything but praise had been seen, so that 14 of 25 new complaints were read as praise, most of them surely.
140 composed comments (complaints asked what is good, praise asked what to change), at twice the weight (kept), leave 3 of 25 and cost young
people's comments 0.01; at once the weight 6 are left; at half the weight for comments under other questions nothing more is gained.

Read first: 539 more worries and 992 more harmless turns of phrase in three rounds (kept). Of each round's harmless ones the weights before it
flagged 8 %, 12 % and 11 %, of its worries they missed 10 %, 17 % and 29 %, the last written to be hard. Then 2,657 worries and 2,605 harmless
turns of phrase by five more writers (kept). Below each writer is left out in turn. *New* is the share found of the worries in English by the last three writers
where 5 % or 12 % of the corpus's English comments without worry are flagged, and *hard* the share of the last two writers' harmless turns of phrase flagged there.

| try | corpus found at 5 % | new at 5 % | corpus found at 12 % | new at 12 % | hard at 12 % |
|---|---|---|---|---|---|
| the weights as they were, fitted to all writers | 0.62 | 0.34 | 0.78 | 0.55 | 0.06 |
| ordinary comments about outcomes and runs of four letters too (kept) | 0.74 | 0.48 | 0.83 | 0.63 | 0.09 |
| the same, ordinary comments at twice the weight | 0.74 | 0.47 | 0.83 | 0.65 | 0.10 |
| the same, with the NHS patients' answers too, all at half the weight | 0.70 | 0.44 | 0.81 | 0.63 | 0.08 |
| the same, without the outcomes written by a second writer | 0.71 | 0.46 | 0.82 | 0.62 | 0.08 |
| the corpus at twice the weight | 0.74 | 0.49 | 0.82 | 0.65 | 0.09 |
| held back twice as much, half as much | 0.73, 0.70 | 0.47, 0.46 | 0.84, 0.81 | 0.65, 0.63 | 0.09, 0.08 |
| the lists believed more, groups and words less (kept) | 0.75 | 0.47 | 0.85 | 0.65 | 0.09 |
| longer sentences counted for less | 0.70 | 0.46 | – | – | – |
| groups taken on to words near in meaning, by vectors of a public sentence encoder (all-MiniLM-L6-v2) | 0.66 | 0.44 | 0.82 | 0.62 | 0.08 |
| eight bends over the words' vectors and the weights, in place of the line | 0.63 | 0.38 | 0.78 | 0.59 | 0.06 |
| these and the line together | 0.68 | 0.43 | 0.82 | 0.63 | 0.07 |

Three words in a row, a word and the next but one, pairs of groups anywhere in a sentence, a word after a group: each within 0.002 of the area under the curve,
and slower to read. The encoder's whole sentences with a line over them, far too slow to ship, do no better on new writers than the line over words (area 0.872 and 0.886).
The bends find more among hard comments (at a tenth of the hard ones flagged 0.72 of new worries, the line 0.68) but flag more ordinary ones, and would have brought
three megabytes. Then came four rounds of further writers (all kept). The independent set, read after each by what would have shipped:

| fitted to | worries found | harmless turns of phrase flagged | ordinary comments flagged | outcomes, micro-F1 |
|---|---|---|---|---|
| 2,551 worries, 4,234 others (2026-11-24.8) | 73 % | 16.5 % | 9 % | 0.72 |
| 5,208 worries, 6,956 others and ordinary comments | 80 % | 14 % | 6 % | 0.73 |
| 8,368 worries, 9,740 others | 83 % | 15 % | 6 % | – |
| 11,533 worries, 12,503 others | 87 % | 12 % | 7 % | 0.78 |
| 15,628 worries, 14,970 others, at the same threshold | 89 % | 13 % | 6 % | – |
| the same at the threshold of below (2026-11-24.10) | 87 % | 12 % | 5 % | 0.79 |
| 18,199 worries, 15,931 others, at the threshold of below (2026-11-24.11) | 91 % | 12 % | 6 % | 0.80 |

So more writers still help, each doubling by about seven of a hundred worries; what is missed is told in words nobody had used. Counting long comments' sentences against
them (a threshold that rises with their number) costs as many worries as false flags. Leaving out what weighs least halves the file and changes nothing.
With all of that the threshold was raised from 25 to 40 (of 100): of the corpus, its writer left out, 93 instead of 94 % are found and 45 instead of 43 % of the flags are right.
"""

FAILURES = """
## Known failures

- Irony without a sign of it ("oh great, another leaflet") is mostly read as praise.
- A wish that tells what is wrong lies between neutral and negative; so do people.
- Neutral is the weakest feeling everywhere, most of all in NHS answers.
- Under *What is good?* a complaint without a plain word of it is still taken for praise at times.
- Read first: a worry that is only hinted at ("I am scared of the sound of ice in a glass", "my bag is packed under the bed"), told of no person, or disguised as
  a wish is often missed: one in five of the hardest writer's when left out. A joke in the words of a worry is flagged. In languages other than English far more is missed than in English:
  hardly anything has been learned of them, and no native speaker has read what was.
- Long comments without worry are flagged far more often than short ones (of the corpus, each writer left out, 6 % of those of up to five words and
  nearly half of those of more than 25): each sentence is another chance.
- Outcomes told in a picture ("her door is always open. There's a keypad") are missed. `successful.self_esteem`,
  `healthy.relationships` and `safe.belonging` are found least.
- Speed: comments of 50 to 200 characters in words not met before take up to twice as long as TextBlob's polarity alone; short ones less than the aimed 1.7 times.
- Short posts of another mix, dialects and slang newer than the corpus are read worse than these figures say.
"""

USES = """
## What a county learns on top

People's labels are kept beside the machine's, and count instead of them. From 60 labels on `flask analyse learn` fits what they add to these
weights, which are its starting point: with few labels, or labels without a pattern, next to nothing changes. How strongly it is held
back is chosen on responses left out; it is compared with what ships on each fifth of the labels in turn, and read by only when an
officer who has seen that says so. Labels mended by choice are no random sample, so its figures are about what people looked at.

- It learns feelings and outcomes. "Read first", personal details and abuse stay as shipped: no county's labels can weaken them.
- Only words and pairs in at least five responses are learned, none that touches a personal detail in any of them, none with a digit.
  A word that five people wrote points at nobody; a name that many wrote is a name still, so the details go whatever their number. They
  are kept under keyed hashes, so that whoever holds the version without the server's key can neither read a word nor try one.
- On made-up words that no list knows (120 comments of one county, its own words for praise, complaint and a pool) it raises macro-F1 of
  feelings from about 0.2 to 0.9 on what was held back; on labels like the machine's own it changes nothing.
- A version rests when what it stands on, or the key, is another; comments are then read as shipped until it is learned again.
- `python -m analysis` knows the shipped weights alone.

## What it must not be used for

- To decide anything about one person, or to hide, drop or rank people. It orders what people read and counts what many said.
- To say that a comment is harmless. A person reads every comment; "read first" only sets the order.
- To score text in another language, to compare small groups, or to judge staff named in comments.
- Where it is unsure (`"sure": false`) its guess is no finding; a person decides.
"""
