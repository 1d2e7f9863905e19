"""Noun phrases -> mentions of actors.

A phrase is resolved by its head: a name; a word for a role ("government", "army", "spokesman",
"militants") with the names that modify it; a pronoun or a phrase that refers back; else a name
nested in it ("Hamas tunnels").
"""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.rules.crowds import people
from kg.extract.rules.forces import forces
from kg.extract.rules.found import ACTORS, SPOTS, Found, distinct
from kg.extract.rules.names import Name
from kg.extract.rules.owners import Owner, country_of, ethnic, owners
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import NOMINAL, conjuncts, prepositions, real_head
from kg.extract.rules.possession import possessor
from kg.extract.rules.quantities import KINDS, VAGUE
from kg.extract.rules.reference import phrase_back, pronoun, told_back
from kg.extract.rules.role_words import role_at
from kg.extract.rules.seats import office, titled_person
from kg.extract.rules.states import government, institution
from kg.extract.rules.subjects import senders
from kg.ontology.classes import words
from kg.ontology.gazetteer import Role

_BODIES = {"armed_group", "organization"}
_ACTING = {"nsubj", "nsubjpass"}


def actors(passage: Passage, tokens: Iterable[Token], capitals: bool = False) -> list[Found]:
    """The parties named by the phrases of ``tokens``, each conjunct in its turn.

    With ``capitals`` a capital is the city, else it stands for its government.
    """
    found: list[Found] = []
    for token in tokens:
        for conjunct in conjuncts(real_head(token)):
            name = passage.names.get(conjunct.i)
            if capitals and name is not None and name.capital_of:
                found.append(Found(passage.name(name, conjunct), 0.9))
            else:
                passage.memory.here = passage.offset + conjunct.idx
                if conjunct.i not in passage.parties:
                    passage.parties[conjunct.i] = _actor(passage, conjunct)
                found += passage.parties[conjunct.i]
    return distinct(found)


def acting(passage: Passage, tokens: Iterable[Token]) -> list[Found]:
    """The parties named by ``tokens`` that can act: not the cities and regions among them."""
    return [f for f in actors(passage, tokens) if f.mention.kind in ACTORS]


def agentive(passage: Passage, token: Token) -> bool:
    """Whether a modifier names who acts: ``Israeli strikes``, but not ``Syria strikes``."""
    name = passage.names.get(token.i)
    return name is not None and (name.form == "demonym" or name.kind in ACTORS - {"country"})


def named_in(passage: Passage, clause: Token) -> list[Found]:
    """The actors named anywhere in a clause or phrase, in order; not in what happened before it."""
    aside = {t for past in clause.subtree if _background(past) for t in past.subtree}
    tokens = sorted((t for t in clause.subtree if t not in aside), key=lambda t: t.i)
    named = [(n, t) for t in tokens if (n := passage.names.get(t.i))]
    found = [Found(passage.actor(name, token), 0.7) for name, token in named]
    return distinct(f for f in found if f.mention.kind in ACTORS)


def _background(token: Token) -> bool:
    """``..., imposed after X seized power``: the clause that tells what was before."""
    marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
    return token.dep_ == "advcl" and bool(marks & words("backgrounds"))


def _actor(passage: Passage, token: Token) -> list[Found]:
    name = passage.names.get(token.i)
    if name is not None:
        return [_named(passage, name, token)]
    if any(child.dep_ == "det" and child.lower_ in {"no", "neither"} for child in token.children):
        return []
    if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$"}:
        return _of_pronoun(passage, token)
    known = told_back(passage, token)
    if known is not None:
        return [Found(passage.referred(m, token), sure) for m, sure in known]
    role, phrase = role_at(passage, token)
    if role is not None:
        return _of_role(passage, role, phrase, token)
    return (
        [Found(passage.referred(m, token), s) for m, s in phrase_back(passage.memory, token)]
        or _of_document(passage, token)
        or _of_force(passage, token)
        or _of_name(passage, token)
        or _of_owner(passage, token)
        or _of_body(passage, token)
        or _of_count(passage, token)
        or _of_unknown(passage, token)
    )


def _of_name(passage: Passage, token: Token) -> list[Found]:
    """``her Chinese host, X``: X."""
    person = titled_person(passage, token) if token.tag_ == "NN" else None
    return [Found(person, 0.85)] if person is not None else []


def _of_unknown(passage: Passage, token: Token) -> list[Found]:
    """Somebody whose name neither the gazetteer nor the model knows, as the subject of a verb."""
    named = token.pos_ == "PROPN" and token.dep_ in _ACTING and token.text.istitle()
    if not named or token.is_stop or any(child.i in passage.names for child in token.subtree):
        return []
    kind = "group" if token.tag_ == "NNPS" else "person"
    return [Found(passage.made(token, passage.wording(token)[0], kind, None), 0.5)]


def _named(passage: Passage, name: Name, token: Token) -> Found:
    if name.form == "demonym" and ethnic(token):
        return Found(passage.made(token, f"ethnic {token.text}", "group", None), 0.7)
    return Found(passage.actor(name, token), 0.95)


def _of_pronoun(passage: Passage, token: Token) -> list[Found]:
    gloss = _gloss(passage, token)
    if gloss is not None:
        return [Found(passage.actor(gloss, token), 0.9)]
    read = pronoun(passage, token)
    return [Found(passage.referred(m, token), sure) for m, sure in read]


def _gloss(passage: Passage, token: Token) -> Name | None:
    """The name in square brackets behind a pronoun: ``them [the rebels]``."""
    after = token.doc[token.i + 1 : token.i + 6]
    if len(after) == 0 or after[0].text != "[":
        return None
    return next((passage.names[t.i] for t in after if t.i in passage.names), None)


def _of_document(passage: Passage, token: Token) -> list[Found]:
    """``a statement from X``: X."""
    told = token.lemma_.lower() in words("documents")
    return actors(passage, senders(token)) if told else []


def _of_force(passage: Passage, token: Token) -> list[Found]:
    """``an army post``, ``rebel positions``: the force that the place or unit belongs to."""
    for child in token.children:
        if child.dep_ in {"compound", "amod"} and child.i not in passage.names:
            role = passage.gazetteer.role(child.lower_)
            armed = child.lemma_.lower() in words("combatants")
            if role is not None and (armed or (role.kind == "forces" and child.dep_ == "compound")):
                return _as_role(passage, role, role.name, token, owners(passage, token))
    return []


def _of_owner(passage: Passage, token: Token) -> list[Found]:
    """``Hamas tunnels``: Hamas. ``a Chinese company`` is itself, and not its country."""
    owned = owners(passage, token)
    own = [(t, n) for t, n in owned if t.dep_ == "compound" and n.kind in _BODIES]  # "X's Y party"
    found = [Found(passage.actor(n, t), 0.75) for t, n in (own or owned)[:1]]
    if (
        found
        and found[0].mention.kind == "country"
        and token.lemma_.lower() in words("private_bodies")
    ):
        named = passage.wording(token)[0]
        return [Found(passage.made(token, named, "group", found[0].mention.country), 0.55)]
    return found


def _of_body(passage: Passage, token: Token) -> list[Found]:
    """``an aid agency``: a group by its words. ``its leader``: whoever ``its`` refers to."""
    if token.lemma_.lower() in words("bodies"):
        name = passage.wording(token)[0].lower()
        return [Found(passage.made(token, name, "group", None), 0.55)]
    return possessor(passage, token) if token.lemma_.lower() in words("possessed") else []


def _of_count(passage: Passage, token: Token) -> list[Found]:
    """``killed five``, ``dozens were arrested``: people of whom only the number is told."""
    counted = token.pos_ == "NUM" or token.lower_ in VAGUE
    suffers = token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_.lower() in KINDS
    if counted and suffers:
        return [Found(passage.made(token, "people", "group", None), 0.5)]
    return []


def _of_role(passage: Passage, role: Role, phrase: str, token: Token) -> list[Found]:
    """``President X``: X. ``the armies of X and Y``: two parties. Else one."""
    person = titled_person(passage, token)
    alone = role.kind == "people" and token.tag_ == "NN"
    if person is not None and (alone or role.kind in {"office", "spokesperson"}):
        return [Found(person, 0.95)]
    kinds = ACTORS | {"city", "place"}
    names = owners(passage, token)
    if own := _of_region(passage, role, names, phrase, token):
        return own
    owned = [(t, n) for t, n in names if n.kind in kinds]
    shared = list({n.name: (t, n) for t, n in owned if n.kind == "country"}.values())
    listed = all(t.dep_ == "conj" for t, _ in shared[1:])
    if len(shared) > 1 and listed and role.kind != "institution":
        each = [[(token, name)] for _, name in shared]
        return [f for owner in each for f in _as_role(passage, role, phrase, token, owner)]
    return _as_role(passage, role, phrase, token, owned)


def _of_region(
    passage: Passage, role: Role, names: list[Owner], phrase: str, token: Token
) -> list[Found]:
    """``South Ossetian forces``, ``the Kurdish army``: a region's or a people's own."""
    kinds = {"forces": SPOTS | {"group"}, "institution": {"group"}}.get(role.kind, set())
    nearest = names[0][1] if names else None
    if nearest is None or nearest.kind not in kinds or nearest.last > token.i:
        return []
    if nearest.form == "demonym" or nearest.kind == "group":
        text = token.doc[nearest.first : nearest.last].text
        return [Found(passage.made(token, f"{text} {phrase.lower()}", "group", None), 0.7)]
    return []


def _as_role(
    passage: Passage, role: Role, phrase: str, token: Token, owned: list[Owner]
) -> list[Found]:
    country = country_of(passage, owned)
    group = next((n for _, n in owned if n.kind in {"armed_group", "organization"}), None)
    match role.kind:
        case "government":
            return government(passage, owned, country, token)
        case "institution":
            return institution(passage, role.name, country, token)
        case "spokesperson":
            return _spoken_for(passage, owned, token)
        case "office":
            return office(passage, role, owned, country, (token, phrase))
        case "forces":
            leader = next((n for t, n in owned if n.kind == "person" and t.i < token.i), None)
            return forces(passage, role, group or leader, country, token)
        case "people":
            modifies = token.dep_ in {"compound", "amod"}  # "a rebel attack"
            phrase = role.name if modifies else phrase
            return people(passage, group, country, token, phrase)


def _spoken_for(passage: Passage, owned: list[Owner], token: Token) -> list[Found]:
    """The body that a spokesperson speaks for, else the last speaker."""
    return (
        [f for t in _employers(token) for f in _actor(passage, t)]
        or [Found(passage.actor(name, token), 0.85) for _, name in owned[:1]]
        or [Found(passage.referred(m, token), 0.5) for m in passage.memory.last_speaker()]
    )


def _employers(token: Token) -> list[Token]:
    """``X`` of ``a spokesman for X``, ``an aide to X``, ``X's`` and ``an X spokesman``."""
    behind = [noun for word, noun, _ in prepositions(token) if word in {"of", "for", "to"}]
    before = [c for c in token.children if c.dep_ in {"poss", "compound"} and c.pos_ in NOMINAL]
    return behind or before
