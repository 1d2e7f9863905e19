"""Who is the subject of a verb, where grammar hides it.

Undoes passives, relative clauses, participles, control ("urged X to leave") and the subject that
coordinated verbs share. Every function returns the heads of noun phrases, first conjuncts only.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.rules.phrases import (
    NOMINAL,
    VERBAL,
    first_conjunct,
    infinitive,
    possessors,
    prepositions,
)
from kg.ontology.classes import words

_SUBJECTS = {"nsubj", "csubj"}
_ANY_SUBJECT = _SUBJECTS | {"nsubjpass", "csubjpass"}
_PREDICATIVE = NOMINAL | {"ADJ"}
_FINITE = {"VBD", "VBZ", "VBP"}
_SHARING = {"conj", "advcl", "ccomp", "dep", "parataxis"}
_OBJECT_PREPOSITIONS = {"of", "from", "for", "into", "against"}
_NAMED = {"GPE", "LOC", "NORP", "ORG", "PERSON"}
_OTHER_TENSES = {"had", "would", "could", "might", "must", "should", "will", "has", "have"}
_DEPTH = 12
"""Clauses that a subject is looked for above its verb; parses of broken text may nest deeper."""


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive, also as a bare participle behind its noun."""
    deps = {child.dep_ for child in verb.children}
    if verb.tag_ != "VBN":
        return verb.tag_ == "VBD" and verb.dep_ == "csubjpass" and "agent" in deps
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    if verb.dep_ in {"acl", "amod", "advcl"} and "aux" not in deps:
        return True
    if verb.dep_ == "conj" and verb.head.tag_ == "VBN" and not deps & _SUBJECTS:
        return is_passive(verb.head) and "aux" not in deps
    return False


def surface_subject(verb: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject, taken over from another clause where the verb has none."""
    own = [child for child in _with_auxiliaries(verb) if child.dep_ in _ANY_SUBJECT]
    own = [real for child in own for real in (_before_object(child) or [child])]
    if own:
        own = [token for token in own if token is own[0] or not _renames(token, own[0])]
        return [antecedent(_described(token), verb) for token in own]
    if depth >= _DEPTH:
        return []
    if led := _adverbial(verb):
        return led
    told = outer(verb)
    above = subject_at(told, depth + 1) if told is not None else []
    return above or _interrupted(verb) or _borrowed(verb, depth + 1) or _lost(verb)


def _adverbial(verb: Token) -> list[Token]:
    """``X test-fired a missile``: X, which the parser takes for an adverb of the split verb."""
    split = verb.i > 1 and verb.nbor(-1).tag_ == "HYPH"
    led = [c for c in verb.children if c.dep_ == "npadvmod" and c.i < verb.i - 2]
    return [c for c in led if c.ent_type_ in _NAMED] if split else []


def _renames(noun: Token, subject: Token) -> bool:
    """Whether a second subject is an apposition for the parse: ``a note from X, the Y, said``."""
    return noun.pos_ in NOMINAL and subject.pos_ in NOMINAL and _behind_comma(noun)


def outer(verb: Token) -> Token | None:
    """``said`` of ``X said they had been hit and appealed for help``, by the tense of both.

    A verb of speech in the plain past does not go on with what is told in another tense, nor
    with what is denied.
    """
    told = verb.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or verb.lemma_.lower() not in words("uttering"):
        return None
    ahead = {child.lower_ for child in told.children if child.dep_ == "aux"}
    still = told.lemma_ == "be" and told.tag_ == "VBD"
    shifts = still or (told.tag_ != "VBD" and ahead & _OTHER_TENSES) or told.head.lemma_ == "deny"
    reported = told.dep_ == "ccomp" and told.head.tag_ == "VBD"
    return told.head if shifts and reported else None


def _described(subject: Token) -> Token:
    """``workers held by rebels were freed``: the workers, where the parser makes it a clause."""
    inner = (c for c in subject.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < subject.i)
    return next(inner, subject) if subject.dep_ in {"csubj", "csubjpass"} else subject


def hidden_verb(noun: Token) -> Token | None:
    """The verb that the parser took for an adjective: ``armed`` of ``X armed rebels and fled``."""
    for child in noun.children:
        if child.dep_ == "amod" and clausal(child):
            return child
    return None


def clausal(verb: Token) -> bool:
    """Whether a verb before a noun has a subject, so that the noun is its object."""
    return verb.tag_ in _FINITE and any(c.dep_ in _SUBJECTS for c in verb.children)


def _before_object(noun: Token) -> list[Token]:
    """The subject of the verb that an object hides; ``noun`` seems to be the subject itself."""
    verb = hidden_verb(noun)
    return [c for c in verb.children if c.dep_ in _SUBJECTS] if verb is not None else []


def _with_auxiliaries(verb: Token) -> Iterator[Token]:
    """The children of a verb and of its auxiliaries, on which the parser hangs some subjects."""
    for child in verb.children:
        yield child
        if child.dep_ == "aux":
            yield from child.children


def subject_at(node: Token, depth: int = 0) -> list[Token]:
    """The subject of ``node`` where it is a verb."""
    return surface_subject(node, depth) if node.pos_ in VERBAL else []


def objects(verb: Token) -> list[Token]:
    """The direct object, which a passive has as its subject."""
    found = [c for c in verb.children if c.dep_ == "nsubjpass" or is_object(c)]
    return [antecedent(child, verb) for child in found]


def is_object(child: Token) -> bool:
    """Whether a noun is a direct object, also where the parser took a name for a time or way."""
    if child.dep_ == "npadvmod" and child.ent_type_ in _NAMED and child.i > child.head.i:
        return not any(c.dep_ == "dobj" for c in child.head.children)
    return child.dep_ == "dobj"


def antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun in the clause of ``verb`` stands for; else ``token``.

    Behind a comma the clause is about all that is coordinated: ``X and Y, who``.
    """
    if token.lower_ not in words("relative_pronouns") or token.pos_ not in {"PRON", "DET"}:
        return token
    clause = verb
    while clause.dep_ in {"conj", "xcomp"}:
        clause = clause.head
    if clause.dep_ not in {"relcl", "acl"}:
        return token
    noun = clause.head
    if token.lower_ == "which" and noun.ent_type_ == "PERSON" and noun.head.pos_ == "ADP":
        noun = noun.head.head  # "the killing of X, which"
    return first_conjunct(noun) if _behind_comma(clause) else noun


def holders(noun: Token, depth: int = 0) -> list[Token]:
    """Who has or does a noun: its possessor or ``by`` whom, else the subject of the verb above."""
    by = [other for word, other, _ in prepositions(noun) if word == "by"]
    if own := possessors(noun) or by:
        return own
    over = noun.head
    while over.pos_ in {"ADP", "NOUN"} and over.head != over:
        over = over.head
    return subject_at(over, depth) if depth < _DEPTH else []


def _undertakers(noun: Token, depth: int) -> list[Token]:
    """Who does what a noun promises or threatens: ``a Russian promise to halt``."""
    national = [c for c in noun.children if c.dep_ == "amod" and c.ent_type_ == "NORP"]
    headed = [noun] if noun.dep_ == "ROOT" and noun.pos_ == "PROPN" else []  # "X to visit Y"
    return (national if not possessors(noun) else []) or holders(noun, depth) or headed


def _interrupted(verb: Token) -> list[Token]:
    """``after the spokesman, X, claimed``, ``as X met Y``: X, where the verb seems coordinated
    without an "and".
    """
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE:
        return []
    if any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.children):
        return []
    i = verb.i - 1
    while i >= verb.sent.start and (verb.doc[i].pos_ == "ADV" or verb.doc[i].text == ","):
        i -= 1
    before = verb.doc[i] if i >= verb.sent.start else verb
    led = before.dep_ == "pobj" and before.head.lower_ in words("clause_openers")
    return [before] if (led or before.dep_ == "appos") and before.pos_ in NOMINAL else []


def _lost(verb: Token) -> list[Token]:
    """The noun right before a finite verb without a subject: "On Friday, the army urged ..."."""
    if verb.dep_ != "ROOT" or not (verb.tag_ in _FINITE or _past(verb)):
        return []
    if teller := _closing(verb):
        return [teller]
    i = verb.i - 1
    while i >= verb.sent.start and verb.doc[i].pos_ in {"ADV", "AUX", "PART"}:
        i -= 1
    before = verb.doc[i] if i >= verb.sent.start else verb
    fits = before.pos_ in NOMINAL and before.dep_ in {"appos", "pobj", "conj"}
    return [before] if fits or _surname(before) else []


def _closing(verb: Token) -> Token | None:
    """``X attacked Y, the governor, Ali Z, said``: the governor, an apposition for the parser."""
    told = any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children)
    before = verb.doc[verb.i - 2] if verb.i > verb.sent.start + 1 else verb
    if not told or verb.doc[verb.i - 1].text != "," or before.dep_ != "appos":
        return None
    return before.head if before.head.dep_ == "appos" else before


def _past(verb: Token) -> bool:
    """A participle for the parser that has an object and no auxiliary."""
    deps = {child.dep_ for child in verb.children}
    return verb.tag_ == "VBN" and "dobj" in deps and deps.isdisjoint({"aux", "auxpass"})


def _surname(token: Token) -> bool:
    """A name's last word that the parser takes for an adverb."""
    given = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children)
    return given and token.is_title and token.dep_ in {"advmod", "npadvmod"}


def _borrowed(verb: Token, depth: int) -> list[Token]:
    """The subject that a verb takes over from the clause or noun it hangs on."""
    head, dep = verb.head, verb.dep_
    if dep in _BY_LINK:
        return _BY_LINK[dep](verb, depth)
    if head.pos_ in _PREDICATIVE and dep in {"xcomp", "ccomp", "advcl"}:
        return subject_at(head.head, depth)
    if dep == "xcomp":
        return _controlled(verb, depth)
    return subject_at(head, depth) if dep in _SHARING else []


def _of_relative(verb: Token, depth: int) -> list[Token]:
    """``the group that fired``: the noun. ``began a strike to protest``: who began it."""
    noun = verb.head
    if noun.lemma_.lower() in words("documents"):
        return _authors(noun, depth) or [noun]
    return (_undertakers(noun, depth) if infinitive(verb) else []) or [noun]


def _of_participle(verb: Token, depth: int) -> list[Token]:
    """``gunmen firing``: the noun. ``a threat to fire``: whoever makes the threat."""
    if infinitive(verb):
        return _undertakers(verb.head, depth)
    if verb.tag_ == "VBG" and verb.head.lemma_.lower() in words("documents"):
        return _authors(verb.head, depth) or [verb.head]
    if verb.tag_ == "VBG" and _behind_comma(verb):
        return _main_subject(verb.head, depth) or [verb.head]
    return [verb.head]


def senders(text: Token) -> list[Token]:
    """``a statement by X``, ``an X report``: X."""
    found = [noun for word, noun, _ in prepositions(text) if word in {"by", "from"}]
    return found or [c for c in text.children if c.dep_ == "compound" and c.pos_ in NOMINAL]


def _authors(text: Token, depth: int) -> list[Token]:
    """``X issued a statement urging``, ``a letter by X that urged``: X."""
    if found := senders(text):
        return found
    if text.dep_ == "nsubjpass":
        return [noun for word, noun, prep in prepositions(text.head) if prep.dep_ == "agent"]
    return [token for token in holders(text, depth) if token != text]


def _of_gerund(verb: Token, depth: int) -> list[Token]:
    """``accuses X of harbouring``, ``X is guilty of``: X. ``after bombing Y``: the doer."""
    prep = verb.head
    over = prep.head
    if over.pos_ == "ADJ":
        return subject_at(over.head, depth)
    if over.lemma_ in words("charges") and over.head.pos_ == "ADP":
        tried = over.head.head
        return [tried] if tried.pos_ in NOMINAL else objects(tried) or subject_at(tried, depth)
    if over.pos_ in NOMINAL:
        top = first_conjunct(over)
        aimed = top.dep_ == "dobj" and prep.lower_ in {"of", "for"}
        return [top] if aimed else holders(over, depth)
    aimed = prep.lower_ in _OBJECT_PREPOSITIONS and not is_passive(over)
    if aimed and prep.lower_ == "for":  # "imposed sanctions on X for arming Y"
        hit = [noun for word, noun, _ in prepositions(over) if word in {"on", "upon", "against"}]
        hit += [n for o in objects(over) for w, n, _ in prepositions(o) if w in {"on", "against"}]
        if hit := [noun for noun in hit if noun.ent_type_ not in {"DATE", "TIME"}]:
            return hit
    return (objects(over) if aimed else []) or surface_subject(over, depth)


_BY_LINK = {"relcl": _of_relative, "acl": _of_participle, "pcomp": _of_gerund}


def _controlled(verb: Token, depth: int) -> list[Token]:
    """``urged X to leave``: X. ``threatened X to leave``: whoever threatened."""
    over = verb.head
    own = over.lemma_ in words("subject_control")
    return ([] if own else objects(over)) or surface_subject(over, depth)


def _main_subject(noun: Token, depth: int) -> list[Token]:
    """The subject of the clause of a noun: a participle behind a comma is about that."""
    over = noun
    while over.pos_ not in VERBAL and over.head != over:
        over = over.head
    return subject_at(over, depth)


def _behind_comma(clause: Token) -> bool:
    before = clause.left_edge.i - 1
    return before >= 0 and clause.doc[before].text == ","
