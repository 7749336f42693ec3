"""Small words around names: titles, roles, what people do, and what tells that a name is no private person."""

from __future__ import annotations

from analysis.text.folding import word_set

TITLES = word_set(
    "mr mrs ms mx miss dr prof professor pani pan doamna domnul dna dl senhor senhora sr sra senora mme dona"
)
FAMILY_TITLES = word_set(
    "auntie aunty aunt uncle pc sergeant sgt imam rev reverend pastor sir lady dean vicar"
)
#: A title only where nobody is said to have one ("coach Reece", but "my coach").
ROLE_TITLES = word_set("coach sister brother nurse father")
WHOSE = word_set("my our your his her their the a an this that big little step older younger twin baby")
ROLES = word_set(
    "coach nurse officer worker teacher friend friends mate mates counsellor mentor tutor boyfriend girlfriend brother sister cousin bf gf partner stepdad stepmum "
    "nan headteacher therapist bestie ex called named adviser advisor carer keyworker neighbour boss manager psychologist lady man guy girl boy lad "
    "kolezanka kolega siostra brat amiga amigo irmao irma prietena prietenul"
)
BEFORE = ROLES | word_set(
    "with told thanks thank love miss met saw tell ask asked see and by to like hate trust about because"
)
SPOKEN_TO = word_set("told tell thanks thank with trust ask asked met shoutout")
THANKED = word_set("thanks thank cheers told love")
AFTER = word_set(
    "is was listens listened helps helped helping always never says said told tells makes made keeps kept hit hits hurt hurts who bullies "
    "bullied bullying touched gave gives has had really cares understands understood got gets shouted shouts believed believes took "
    "talks talked taught teaches checks left won't wont doesnt didnt doesn't didn't from works does did came comes and calls called isnt wasnt "
    "rang rings runs ran sat sits spoke speaks showed shows brought brings picked picks stayed thinks thought wants wanted knows knew noticed "
    "ignored ignores laughed laughs pushed pushes kicked punched punches used will should would could can cant needs asked asks goes went lets let"
)
PLACES = word_set(
    "park street road school hill centre center club college way court lane academy avenue close house hall library hospital green leys "
    "estate square bridge church stadium day days health fc united city town university"
)
TOWNS = word_set(
    "Didcot Parkway Banbury Oxford Bicester Abingdon Witney Thame Henley Wantage Carterton Kidlington Cowley Headington Botley"
)
MONTHS = word_set("april may june august")
#: Names that are towns or clubs as well.
NEED_A_ROLE = MONTHS | word_set("chelsea paris devon florence india georgia sunny milan")
INTRODUCTIONS = frozenset(
    {
        ("name", "is"),
        ("names",),
        ("called",),
        ("named",),
        ("call", "me"),
        ("ask", "for"),
        ("this", "is"),
        ("im",),
        ("am",),
        ("name's",),
        ("i'm",),
    }
)
SELF = frozenset({("im",), ("am",), ("i'm",)})
WORDS_IN_LOWER_CASE = word_set(
    "jan ion ray dean eve frank mason milan jude skye carol heather kelly jordan morgan taylor chelsea georgia diana jay jean lee mo kai "
    "ama mel mina ali ana leo gene roy ross jon don ken sally poppy esme china india paris florence victoria harry scarlett tara stella alexa "
    "kim marina luca ben kit noor maya anna esther lola vera asha blessing stefan romeo summer mark grant hope mia teddy kitty smithy lennie "
    "christian zara devon monty clementine verity bentley stanley winnie pixie nell wale bola sam dylan bron macca baz gaz fatima otis rufus ellis"
) - word_set(
    "sam ben harry jordan taylor kelly morgan mason ali sally victoria scarlett fatima dylan ellis leo maya anna"
)
PETS = word_set(
    "dog dogs cat cats pony horse hamster rabbit puppy kitten guinea fish tortoise parrot bot chatbot robot doll dummy app game group band website programme course place teddy bear character avatar"
)
STORIES = word_set(
    "read reading film movie book novel series episode watch watched watching character song play"
)
ROYAL = word_set("king queen prince princess saint st lake mount lord captain super")
#: "i miss lockdown": not a title.
MISSING = word_set(
    "i ill we you they he she will dont didnt doesnt wont really to still gonna would never not might id just also cant and do did always "
    "shall should could must lol u people kids even only sometimes"
)
#: "spoke to Rashida".
SPEAK = word_set("spoke speak speaks talk talked talks said thanks listen chat chatted")
#: A capital after these is a place or a thing.
THINGS_FOLLOW = word_set("at in the on a my our to this that and of for from near")
