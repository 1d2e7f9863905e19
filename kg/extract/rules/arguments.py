"""Arcs of the parse -> who stands in which role of a predicate."""

from collections import defaultdict
from collections.abc import Mapping

from spacy.tokens import Token

from kg.extract.rules.phrases import NOMINAL, infinitive, prepositions
from kg.extract.rules.subjects import antecedent, clausal, is_object, is_passive, surface_subject

Roles = Mapping[str, list[Token]]
"""``subj``, ``obj``, ``dative``, ``attr``, ``clause`` and each preposition -> heads of phrases.

Of an event noun ``owner``, ``modifier``, ``clause``, ``copula`` (the subject of "was an attack"),
``light`` (the subject of its light verb) and each preposition. A role that nobody has is empty.
"""


def roles(verb: Token) -> Roles:
    """Who stands in which role of a verb, whether active or passive."""
    found: defaultdict[str, list[Token]] = defaultdict(list)
    passive = is_passive(verb)
    found["obj" if passive else "subj"] += surface_subject(verb)
    for child in verb.children:
        _place(child, verb, found)
    if verb.dep_ == "amod" and clausal(verb):
        found["obj"].append(verb.head)
    for word, noun, prep in prepositions(verb):
        role = "subj" if prep.dep_ == "agent" and passive else word
        found[role].append(antecedent(noun, verb))
    _of_gerund(verb, found)
    if verb.dep_ == "relcl" and not passive and not found["obj"] and verb.head not in found["subj"]:
        found["obj"].append(verb.head)
    return found


def _of_gerund(verb: Token, found: defaultdict[str, list[Token]]) -> None:
    """``fled shelling by X of Y``: a gerund with ``by`` has its parties as a noun has them."""
    doers = [noun for noun in found["by"] if noun.pos_ in NOMINAL and noun.ent_type_ != "DATE"]
    if verb.tag_ == "VBG" and doers and not any(is_object(child) for child in verb.children):
        found["subj"] = doers
        found["obj"] = list(found["of"])


def _place(child: Token, verb: Token, found: defaultdict[str, list[Token]]) -> None:
    """Put an object or complement of ``verb`` into its role."""
    if is_object(child):
        found["obj"].append(antecedent(child, verb))
    match child.dep_:
        case "dative" if child.pos_ != "ADP":
            found["dative"].append(child)
        case "attr" | "acomp" | "oprd":
            found["attr"].append(child)
        case "ccomp" | "xcomp":
            found["clause"].append(child)
            found["obj"] += _raised(child)
        case "advcl" if _wanted(child):
            found["for"].append(child)


def _wanted(clause: Token) -> bool:
    """``called for X to leave``: the clause behind ``for``."""
    return infinitive(clause) and any(
        child.dep_ == "mark" and child.lower_ == "for" for child in clause.children
    )


def _raised(clause: Token) -> list[Token]:
    """``allowed the group to operate``: the subject of the infinitive is allowed to do it."""
    if clause.dep_ == "ccomp" and infinitive(clause):
        return [child for child in clause.children if child.dep_ == "nsubj"]
    return []
