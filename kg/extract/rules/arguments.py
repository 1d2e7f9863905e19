"""Arcs of the parse -> who stands in which role of a predicate.

Undoes what grammar does to a clause: passives, relative clauses, participles, control, shared subjects of
coordinated verbs. Every function returns head tokens of noun phrases, first conjuncts only.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from spacy.tokens import Token

SUBJECTS = {"nsubj", "csubj"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
RELATIVE = {"who", "which", "that", "whom", "whose"}
_SUBJECT_CONTROL = {"promise", "threaten", "vow", "pledge", "agree", "refuse", "offer", "swear"}
_PARTICLES = {
    "back",
    "away",
    "out",
    "home",
    "down",
    "together",
    "over",
    "up",
    "off",
    "apart",
    "aside",
}
_DEPTH = 12

Roles = Mapping[str, list[Token]]


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, to its right."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"}:
            found += conjuncts(child)
    return found


_PARTITIVE = {
    "wave", "barrage", "salvo", "volley", "number", "series", "group", "couple", "pair", "handful", "majority", "dozen",
    "score", "hundred", "thousand", "string", "spate", "lot", "rest", "half", "part", "most", "batch", "round", "bout",
    "hail", "swarm", "fleet", "kind", "type", "all", "some", "many", "several", "one", "two", "each", "both", "none",
}  # fmt: skip


def real_head(token: Token) -> Token:
    """The noun that counts in ``a wave of drones`` and ``dozens of villagers``."""
    if token.lemma_.lower() in _PARTITIVE or token.pos_ == "NUM":
        for child in token.children:
            if child.lower_ == "of":
                return next((c for c in child.children if c.dep_ == "pobj"), token)
    return token


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive, also as a bare participle behind its noun."""
    if verb.tag_ != "VBN":
        return False
    deps = {child.dep_ for child in verb.children}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if verb.dep_ in {"acl", "amod"} or (verb.dep_ == "advcl" and "aux" not in deps):
        return True
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not deps & SUBJECTS:
        return is_passive(verb.head) and "aux" not in deps
    return False


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject, taken over from another clause where the verb has none of its own."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS | PASSIVE_SUBJECTS and c.dep_ != "expl"]
    if own:
        return [_antecedent(token, verb) for token in own]
    if depth >= _DEPTH:
        return []
    return _borrowed_subject(verb, depth + 1) or _lost_subject(verb)


def _lost_subject(verb: Token) -> list[Token]:
    """The noun right before a finite verb that the parser gave no subject, as in "On X, the army urged ..."."""
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return []
    i = verb.i - 1
    while i >= verb.sent.start and verb.doc[i].pos_ in {"ADV", "AUX", "PART"}:
        i -= 1
    before = verb.doc[i] if i >= verb.sent.start else verb
    return (
        [before]
        if before.pos_ in {"NOUN", "PROPN"} and before.dep_ in {"appos", "pobj", "conj"}
        else []
    )


def _borrowed_subject(verb: Token, depth: int) -> list[Token]:
    head, dep = verb.head, verb.dep_
    if dep == "ROOT":
        return []
    if dep == "acl":
        return _acl_subject(verb, depth)
    if dep == "pcomp":
        return _gerund_subject(verb, depth)
    if dep == "relcl":
        return [head]
    if head.pos_ in {"ADJ", "NOUN", "PROPN"} and dep in {"xcomp", "ccomp", "advcl"}:
        return surface_subject(head.head, depth) if head.head.pos_ in {"AUX", "VERB"} else []
    if dep == "xcomp":
        if head.lemma_ not in _SUBJECT_CONTROL and (objects := _objects(head)):
            return objects
        return surface_subject(head, depth)
    if dep in {"conj", "advcl", "ccomp", "dep", "parataxis"} and head.pos_ in {"VERB", "AUX"}:
        return surface_subject(head, depth)
    return []


def _acl_subject(verb: Token, depth: int) -> list[Token]:
    """``gunmen firing``: the noun. ``a threat to fire``: whoever makes the threat."""
    if any(child.tag_ == "TO" for child in verb.children):
        return holders(verb.head, depth)
    if verb.tag_ == "VBG" and verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ",":
        return _main_subject(verb.head, depth) or [verb.head]
    return [verb.head]


def _main_subject(noun: Token, depth: int) -> list[Token]:
    """The subject of the clause that a noun stands in: a participle behind a comma is about that."""
    over = noun
    while over.pos_ not in {"VERB", "AUX"} and over.head != over:
        over = over.head
    return surface_subject(over, depth) if over.pos_ in {"VERB", "AUX"} else []


def _gerund_subject(verb: Token, depth: int) -> list[Token]:
    """``accuses X of harbouring``: X. ``after bombing Y``: the subject of the main clause."""
    prep = verb.head
    over = prep.head
    if over.pos_ in {"NOUN", "PROPN"}:
        top = over
        while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
            top = top.head
        if top.dep_ == "dobj" and prep.lower_ in {"of", "for"}:
            return [top]
        return holders(over, depth)
    if prep.text.lower() in {"of", "from", "for", "into", "against"} and not is_passive(over):
        if objects := _objects(over):
            return objects
    return surface_subject(over, depth)


def holders(noun: Token, depth: int = 0) -> list[Token]:
    """Who has or does a noun: its possessor, else the subject of the verb it depends on."""
    possessors = [child for child in noun.children if child.dep_ == "poss"]
    if possessors:
        return possessors
    over = noun.head
    while over.pos_ in {"ADP", "NOUN"} and over.head != over:
        over = over.head
    return surface_subject(over, depth) if over.pos_ in {"VERB", "AUX"} and depth < _DEPTH else []


def _objects(verb: Token) -> list[Token]:
    return [_antecedent(c, verb) for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.lower_ not in RELATIVE or token.pos_ not in {"PRON", "DET"}:
        return token
    clause = verb
    while clause.dep_ in {"conj", "xcomp"}:
        clause = clause.head
    if clause.dep_ != "relcl":
        return token
    noun = clause.head
    if clause.left_edge.i > 0 and token.doc[clause.left_edge.i - 1].text == ",":
        while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
            noun = noun.head
    return noun


def prepositions(token: Token) -> Iterator[tuple[str, Token, Token]]:
    """Each preposition that hangs on ``token``: its word, its noun or gerund, and the preposition."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {
            "ADP",
            "SCONJ",
            "VERB",
            "ADV",
        }:
            yield from _phrase(child, child.lower_)


def _phrase(prep: Token, word: str) -> Iterator[tuple[str, Token, Token]]:
    for child in prep.children:
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ != "ADP":
            yield word, child, prep
        elif child.dep_ in {"prep", "pcomp"} or (child.dep_ == "conj" and child.pos_ == "ADP"):
            yield from _phrase(child, child.lower_)


def roles(verb: Token) -> Roles:
    """``subj``, ``obj``, ``dative``, ``attr``, ``clause`` and each preposition -> head tokens."""
    found: defaultdict[str, list[Token]] = defaultdict(list)
    passive = is_passive(verb)
    found["obj" if passive else "subj"] += surface_subject(verb)
    for child in verb.children:
        if child.dep_ == "dobj":
            found["obj"].append(_antecedent(child, verb))
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            found["dative"].append(child)
        elif child.dep_ in {"attr", "acomp", "oprd"}:
            found["attr"].append(child)
        elif child.dep_ in {"ccomp", "xcomp"}:
            found["clause"].append(child)
            found["obj"] += _raised(child)
    for word, noun, prep in prepositions(verb):
        found["subj" if prep.dep_ == "agent" else word].append(_antecedent(noun, verb))
    if verb.dep_ == "relcl" and not passive and not found["obj"] and verb.head not in found["subj"]:
        found["obj"].append(verb.head)
    return found


def _raised(clause: Token) -> list[Token]:
    """``allowed the group to operate``: the subject of the infinitive is the object of the verb above."""
    if clause.dep_ == "ccomp" and any(c.tag_ == "TO" for c in clause.children):
        return [c for c in clause.children if c.dep_ == "nsubj"]
    return []


def following(noun: Token) -> Iterator[tuple[str, Token, Token]]:
    """The preposition right behind a noun phrase that the parser hung on the verb instead."""
    after = noun.right_edge.i + 1
    if after < len(noun.doc):
        prep = noun.doc[after]
        if prep.dep_ == "prep" and prep.head == noun.head and noun.dep_ in {"dobj", "pobj"}:
            yield from _phrase(prep, prep.lower_)


def particle(verb: Token) -> str | None:
    """The particle of a phrasal verb."""
    for child in verb.children:
        if child.dep_ == "prt" or (child.dep_ == "advmod" and child.lower_ in _PARTICLES):
            return child.lower_
    return None


def content_clauses(token: Token) -> list[Token]:
    """Clauses that say what is said, wanted or claimed: complements of a verb, that- and to-clauses of a noun."""
    return [
        c
        for c in token.children
        if c.dep_ in {"ccomp", "xcomp"} or (c.dep_ == "acl" and _introduced(c))
    ]


def _introduced(clause: Token) -> bool:
    return any(c.dep_ == "mark" or c.tag_ == "TO" for c in clause.children)
