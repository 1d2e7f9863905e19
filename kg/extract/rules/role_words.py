"""Words for a role -> the party meant: ``the Y government``, ``its army``, ``the ministry``."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.rules import home
from kg.extract.rules.found import ACTORS, Found
from kg.extract.rules.memory import Memory
from kg.extract.rules.names import Name
from kg.extract.rules.owners import Owner, ethnic
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import NOMINAL, prepositions
from kg.extract.rules.reference import Reading, force_back, group_back, pronoun
from kg.extract.rules.subjects import surface_subject
from kg.extract.rules.voice import says
from kg.ontology.classes import words
from kg.ontology.gazetteer import Entry, Role
from kg.records import Mention

Country = Name | Entry
LookUp = Callable[[Memory, Token], list[Reading]]
Told = tuple[Token, str]
"""The head of a phrase, and its words that tell a role."""

_JOINING = NOMINAL | {"ADJ"}
_TITLED = {"appos", "compound", "nmod"}
_NEAR = 5
"""Tokens behind a phrase within which "specifically X" is looked for."""


def role_at(passage: Passage, token: Token) -> tuple[Role | None, str]:
    """The role word that ends in ``token``, taken as long as possible, and its words."""
    with_of = _with_of(token)
    for start in range(_first(token), token.i + 1):
        if start in passage.names:
            continue
        phrase = token.doc[start : token.i + 1].text
        for wording in (phrase.lower(), with_of):
            if wording and (role := passage.gazetteer.role(wording)):
                return role, phrase
    return None, ""


def government(
    passage: Passage, owned: list[Owner], country: Name | None, token: Token
) -> list[Found]:
    """The country for its government; a group's own administration is the group."""
    if country is not None:
        return state(passage, token, country, 0.9)
    if owned:
        return [Found(passage.actor(owned[0][1], token), 0.85)]
    if theirs := possessor(passage, token):
        return theirs
    speaks = token.dep_ == "nsubj" and says(token.head)
    code = (home.of_speaker if speaks else home.at_scene)(passage.memory)
    if meant := passage.country(code):
        return state(passage, token, meant, 0.6)
    return [Found(passage.made(token, token.lemma_.lower(), "group", None), 0.45)]


def institution(passage: Passage, name: str, country: Name | None, token: Token) -> list[Found]:
    """An institution of a country: the one named, the one told of before, or the one at home.

    An embassy that acts or speaks does so for its country.
    """
    if country is not None and name in words("diplomats") and token.dep_ == "nsubj":
        return state(passage, token, country, 0.85)
    if country is not None:
        return body(passage, token, name, country, 0.95)
    if back := passage.memory.institution(name):
        return [Found(passage.referred(back, token), 0.85)]
    return body(passage, token, name, passage.home(), 0.6)


def forces(
    passage: Passage, role: Role, group: Name | None, country: Name | None, token: Token
) -> list[Found]:
    """The armed forces of a country or of a group; ``foreign troops in X`` are not those of X."""
    foreign = any(child.lower_ in words("outsiders") for child in token.children)
    if country is not None and not foreign:
        return _forces_of(passage, role, country, token, 0.85)
    if group is not None:
        return [Found(passage.actor(group, token), 0.85)]
    if theirs := possessor(passage, token) or _back(passage, force_back, token):
        return _own_forces(passage, role, theirs[0], token) or theirs
    return _unowned(passage, role, token, foreign)


def _own_forces(passage: Passage, role: Role, owner: Found, token: Token) -> list[Found]:
    """``its soldiers``: those of the country that ``its`` means."""
    country = passage.country(owner.mention.country)
    if owner.mention.kind != "country" or country is None:
        return []
    return _forces_of(passage, role, country, token, owner.sure)


def _unowned(passage: Passage, role: Role, token: Token, foreign: bool) -> list[Found]:
    """Forces of whoever sends them, or of the country where they are."""
    if (sender := _sender(passage, token)) is not None:
        return _forces_of(passage, role, sender, token, 0.75)
    there = None if foreign else passage.home()
    if there is not None and role.name in words("stateless"):
        return [Found(passage.made(token, role.name, "group", there.country), 0.6)]
    return _forces_of(passage, role, there, token, 0.6)


def of_people(passage: Passage, role: Role, owned: list[Owner], token: Token) -> list[Found]:
    """``Kurdish forces``: those of a people, which has no state."""
    if role.kind not in {"forces", "institution"}:
        return []
    stateless = not any(name.country for _, name in owned)
    nations = [n for t, n in owned if stateless and t.i < token.i and n.kind == "group"][:1]
    phrases = [token.doc[name.first : token.i + 1].text for name in nations]
    return [Found(passage.made(token, phrase, "group", None), 0.6) for phrase in phrases]


def office(
    passage: Passage, role: Role, owned: list[Owner], country: Name | None, told: Told
) -> list[Found]:
    """Whoever holds an office: its holder in this article, else the office of its country.

    Several leaders of a country stand for it; of others nobody holds the office alone.
    """
    token = told[0]
    if not _any(token):
        code = country.country if country else None
        if holder := home.holder(passage.memory, role.name, code):
            return [Found(passage.referred(holder, token), 0.85)]
    elif not owned:
        return [_unnamed(passage, *told)]
    return _served(passage, role, owned, token) or _seat(passage, role, country, told)


def _served(passage: Passage, role: Role, owned: list[Owner], token: Token) -> list[Found]:
    """The body whose officer stands for it: ``the chief of the X mission in Y``."""
    bodies = [n for _, n in owned if n.kind in {"armed_group", "organization"}]
    places = any(n.kind == "country" or n.capital_of for _, n in owned)
    if places and (not bodies or role.name in words("state_offices")):
        return []
    return [Found(passage.actor(n, token), 0.7) for n in (bodies or [n for _, n in owned])[:1]]


def _seat(passage: Passage, role: Role, country: Name | None, told: Told) -> list[Found]:
    """The office of a country, or the country that its holders stand for."""
    token = told[0]
    if country is None and role.name not in words("state_offices"):
        return [_unnamed(passage, *told)]
    if country is None:
        return body(passage, token, role.name, passage.home(), 0.5)
    if _several(token) and role.name in words("leading"):
        return state(passage, token, country, 0.75)
    if role.name in words("diplomats"):
        return state(passage, token, country, 0.8)
    return body(passage, token, role.name, country, 0.8)


def _several(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"}


def _any(token: Token) -> bool:
    """Whether a phrase means no certain one: ``a minister``, ``ministers``."""
    return _several(token) or any(c.lower_ in {"a", "an", "another"} for c in token.children)


def _unnamed(passage: Passage, token: Token, phrase: str) -> Found:
    """People by what they are: ``church leaders``."""
    first = token.i - len(phrase.split()) + 1
    before = token.doc[first - 1] if first > token.sent.start else token
    kind = before.dep_ == "compound" or (before.dep_ == "amod" and before.text[0].isupper())
    if kind and before.i not in passage.names:
        phrase = f"{before.text} {phrase}"
    return Found(passage.made(token, phrase.lower(), "group", None), 0.5)


def people(
    passage: Passage, group: Name | None, country: Name | None, token: Token, phrase: str
) -> list[Found]:
    """Members of a group stand for it; else they are people of some country: ``X protesters``."""
    if group is not None:
        return [Found(passage.actor(group, token), 0.85)]
    kin = token.lemma_.lower() in words("kin")
    known = ([] if kin else possessor(passage, token)) or _instance(passage, token)
    if known and token.lemma_.lower() in words("civil"):  # "urged its citizens to leave"
        theirs = passage.made(token, phrase.lower(), "group", known[0].mention.country)
        return [Found(theirs, 0.6)]
    if known:
        return known
    if country is None and (meant := _back(passage, group_back, token)):
        return meant
    name = " ".join([*_nationality(passage, token), phrase.lower()])
    code = country.country if country else None
    return [Found(passage.made(token, name, "group", code), 0.6)]


def possessor(passage: Passage, token: Token) -> list[Found]:
    """Whom ``its`` or ``their`` before a word refers to."""
    for child in token.children:
        if child.tag_ == "PRP$":
            read = pronoun(passage, child)
            return [Found(passage.referred(m, token), sure) for m, sure in read]
    return []


def _back(passage: Passage, look: LookUp, token: Token) -> list[Found]:
    """What a phrase refers back to."""
    return [Found(passage.referred(m, token), sure) for m, sure in look(passage.memory, token)]


def titled_person(passage: Passage, token: Token) -> Mention | None:
    """The person whom a title introduces: ``the president, X``, ``President X``."""
    for child in token.children:
        name = passage.names.get(child.i)
        if child.dep_ in _TITLED and name is not None and name.kind == "person":
            return passage.actor(name, child)
    over = passage.names.get(token.head.i)
    if token.dep_ == "appos" and over is not None and over.kind == "person":
        return passage.actor(over, token.head)
    return None


def state(passage: Passage, token: Token, country: Country, sure: float) -> list[Found]:
    """The phrase of ``token`` as a country."""
    made = passage.made(token, country.name, "country", country.country, country.key)
    return [Found(made, sure)]


def body(
    passage: Passage, token: Token, name: str, country: Country | None, sure: float
) -> list[Found]:
    """The phrase of ``token`` as an institution, named with its country where one is known.

    Its key is that of the body with a name of its own: ``Israel's parliament`` is the Knesset.
    """
    code = country.country if country else None
    own = passage.gazetteer.body(name, code) if code else None
    named = f"{name} ({country.name})" if country else name
    made = passage.made(token, named, "institution", code, own.key if own else None)
    return [Found(made, sure)]


def _forces_of(
    passage: Passage, role: Role, country: Country | None, token: Token, sure: float
) -> list[Found]:
    if country is None:
        return [Found(passage.made(token, role.name, "group", None), 0.6)]
    served = token.lemma_.lower() in words("service_members")
    if role.name in words("equipment") and not served:
        return state(passage, token, country, sure)
    name = "Armed Forces" if role.name in {"Army", "troops"} else role.name
    return body(passage, token, name, country, sure)


def _sender(passage: Passage, token: Token) -> Country | None:
    """``X, which sent troops``: those of X."""
    if token.dep_ != "dobj" or token.head.lemma_.lower() not in words("sending"):
        return None
    for subject in surface_subject(token.head):
        name = passage.names.get(subject.i)
        if name is not None and name.kind in {"country", "person"}:
            mention = passage.actor(name, subject)
            code = mention.country or passage.memory.offices.get(mention.name)
            return passage.country(code)
    return None


def _instance(passage: Passage, token: Token) -> list[Found]:
    """Who exactly, behind a comma: ``militants, specifically X``."""
    for end in (token.right_edge.i, token.i):
        after = token.doc[end + 1 : end + 1 + _NEAR]
        if {t.lower_ for t in after} & words("instance_marks"):
            named = [(t, n) for t in after if (n := passage.names.get(t.i)) and n.kind in ACTORS]
            return [Found(passage.actor(name, t), 0.75) for t, name in named[:1]]
    return []


def _nationality(passage: Passage, token: Token) -> list[str]:
    """The words before a phrase that name its people: ``Syrian`` rebels, ``ethnic Serb`` rebels."""
    for child in token.lefts:
        name = passage.names.get(child.i)
        if name is None or child.dep_ not in {"amod", "compound", "nmod", "poss"}:
            continue
        if name.form == "demonym" or name.kind in {"country", "group"}:
            text = token.doc[name.first : name.last].text
            return [f"ethnic {text}" if ethnic(child) else text]
    return []


def _first(token: Token) -> int:
    """The first token of the words before ``token`` that may be one phrase with it."""
    first, doc = token.i, token.doc
    while not doc[first].is_sent_start and _joins(doc[first - 1], token):
        first -= 1
    return first


def _joins(left: Token, head: Token) -> bool:
    return left.pos_ in _JOINING and left.i <= left.head.i <= head.i


def _with_of(token: Token) -> str:
    """``ministry`` with the of-phrase behind it: ``ministry of defence``."""
    rest = [noun for word, noun, _ in prepositions(token) if word == "of"]
    if not rest or rest[0].i - token.i > 4:
        return ""
    return token.doc[token.i : rest[0].right_edge.i + 1].text.lower()
