"""Status and speaker of an event: found by walking up from its trigger through all that governs it.

What stands nearest counts first: "X denied that it planned to attack" is denied, not planned.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.rules.modality import auxiliary, mark, modifier, modifiers
from kg.extract.rules.phrases import (
    VERBAL,
    infinitive,
    introduced,
    particle,
    possessors,
)
from kg.extract.rules.subjects import is_passive, outer, surface_subject
from kg.extract.rules.voice import (
    aside,
    beside,
    described,
    in_passing,
    last_said,
    parted,
    says,
)
from kg.ontology.classes import words
from kg.ontology.governors import Effect, load_governors

Told = tuple[Effect, list[Token]] | None
ContentOf = Callable[[Token, Token], Told]
"""(governor, what hangs on it) -> what its relation does to its content, and who speaks."""

_GOVERNED = {"ccomp", "xcomp", "pcomp", "dobj", "pobj", "nsubjpass", "prep", "acl", "relcl", "attr"}
_GOVERNED |= {"parataxis", "appos", "compound"}
_COMPLEMENT = {"ccomp", "xcomp", "pcomp", "dobj", "nsubjpass"}
_ASIDE = {"relcl", "poss", "nsubj", "appos"}
"""Links that lead out of what a governor speaks of: "X denied the report, which Y published"."""

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
_TELLING = {"said", "claimed", "confirmed"}
_SPEAKING = _TELLING | {"alleged", "denied"}
_FINAL = {"negated", "planned", "dropped", "attempted", "conditional"}
_SUBJECT = {"nsubj", "nsubjpass"}


@dataclass(slots=True)
class Standing:
    """How an event stands: effects and their words from the inside out; the nearest speaker."""

    effects: list[tuple[Effect, str]] = field(default_factory=list)
    speakers: list[Token] = field(default_factory=list)

    def has(self, *effects: Effect) -> bool:
        """Whether one of ``effects`` holds."""
        return any(effect in effects for effect, _ in self.effects)


def standing(anchor: Token, content_of: ContentOf) -> Standing:
    """How the event at ``anchor`` stands."""
    found = Standing()
    found.effects += modifiers(anchor)
    _beside(anchor, found)
    node, inner = anchor, True
    while node.dep_ != "ROOT" and not _remark(node, anchor) and not _follows(node):
        if (told := outer(node)) is not None:
            node = told
            continue
        if node.dep_ == "conj":
            _share(node, found)
        else:
            inner = inner and not _leads_aside(node)
            _step(node, found, inner, content_of)
        node = node.head
        _beside(node, found)
    if node.dep_ == "ROOT" and infinitive(node) and surface_subject(node):
        found.effects.append(("planned", "to"))  # "X to meet Y on Friday"
    if _follows(node) and not found.speakers and (verb := last_said(anchor)):
        found.effects.append(("said", verb.text))
        found.speakers = _speakers(verb)
    if not _remark(node, anchor):
        _according_to(anchor, found)
    return found


def _remark(node: Token, anchor: Token) -> bool:
    """Whether the writer speaks here, and not the one who says what stands around."""
    if described(node) or _unclaimed(node):
        return True
    if not aside(node):
        return False
    over = next((t for t in node.ancestors if says(t)), None)
    return over is None or over.i < anchor.i or node.head.dep_ in _SUBJECT


def _unclaimed(node: Token) -> bool:
    """``nobody claimed responsibility for``: what it is for has happened all the same."""
    share, verb = node.head, node.head.head
    if node.dep_ != "prep" or share.lemma_ not in words("shares"):
        return False
    governs = load_governors().get(("verb", verb.lemma_.lower()))
    return governs == "denied" or any(modifier(child) == "negated" for child in verb.children)


def _follows(node: Token) -> bool:
    """Whether the head of ``node`` begins behind a semicolon, and so has no hold on it."""
    return node.i < node.head.i and parted(node, node.head)


def _beside(node: Token, found: Standing) -> None:
    """Add who says it in passing: ``A attacked B, X said``."""
    for verb in beside(node):
        found.effects.append(("said", verb.text))
        found.speakers = found.speakers or _speakers(verb)


def _step(node: Token, found: Standing, inner: bool, content_of: ContentOf) -> None:
    """What the arc from ``node`` to its head does to the event below."""
    over, link = node.head, node.dep_
    if over.lemma_ == "hesitate" and _undenied(over):
        found.effects.append(("planned", over.text))
        return
    if link == "advcl" and mark(node) in words("conditions"):
        found.effects.append(("dropped", mark(node)))
    if link in {"acl", "relcl"} and infinitive(node) and _headline(over):
        found.effects.append(("planned", "to"))
    elif link in {"advcl", "acl", "relcl"} and _is_purpose(node):
        found.effects.append(("dropped", "to"))
    if link in {"xcomp", "advcl"} and over.lemma_ in words("striving") and infinitive(node):
        found.effects.append(("dropped", over.text))
    if link == "xcomp" and over.lemma_ == "have" and _yet(node):
        found.effects.append(("negated", "yet"))
    if link == "xcomp" and over.lemma_ == "be" and infinitive(node):
        found.effects.append(("planned", over.text))
    if link in _GOVERNED:
        _govern(over, node, found, inner, content_of)
    inside = link in _COMPLEMENT or _framed(over, node) or _is_means(node)
    if inner and over.pos_ in VERBAL and inside:
        found.effects += modifiers(over)
    grounded = introduced(node) or over.lemma_ in words("grounds")
    if inner and over.pos_ == "NOUN" and grounded and _none(over):
        found.effects.append(("negated", "no"))


def _none(noun: Token) -> bool:
    """``no evidence that``."""
    return any(child.dep_ == "det" and child.lower_ == "no" for child in noun.children)


def _yet(node: Token) -> bool:
    """``has yet to leave``."""
    return infinitive(node) and "yet" in {t.lower_ for t in node.doc[node.head.i : node.i]}


def _framed(over: Token, node: Token) -> bool:
    """``it is not true, X said, that``."""
    return node.dep_ == "parataxis" and over.lemma_ == "be" and over.i < node.i


def _leads_aside(node: Token) -> bool:
    leads = node.dep_ in _ASIDE or (node.dep_ == "acl" and not introduced(node))
    return leads and not _is_means(node)


def _govern(over: Token, via: Token, found: Standing, inner: bool, content_of: ContentOf) -> None:
    if via.lower_ in words("circumstances"):
        return
    effect, speakers = content_of(over, via) or (_effect(over, via), [])
    if effect is None or effect == "kept" or not (inner or _reaches(effect, via)):
        return
    if effect not in _SPEAKING and parted(over, via):
        return
    if effect == "denied" and _undenied(over):
        effect = "dropped"
    if over.lemma_.lower() in words("foiling") and _attempted(via, found):
        return
    if effect == "said" and not speakers and _unsaid(over, via):
        found.effects.append(("alleged", over.text))
        return
    found.effects.append((effect, over.text))
    if effect in _SPEAKING and not found.speakers:
        found.speakers = speakers or _speakers(over)


def _reaches(effect: Effect, via: Token) -> bool:
    """Whether an effect holds for what is told aside within a clause, or for its subject."""
    return effect not in _FINAL and via.dep_ != "nsubjpass"


def _undenied(over: Token) -> bool:
    """``did not deny that``, ``neither confirmed nor denied that``."""
    return (
        any(child.dep_ == "neg" for child in over.children) or over.doc[over.i - 1].lower_ == "nor"
    )


def _attempted(via: Token, found: Standing) -> bool:
    """``an attempt to kill X was foiled``, ``foiled an attempt on X``: made all the same."""
    return found.has("attempted") or via.lemma_.lower() == "attempt"


def _unsaid(over: Token, via: Token) -> bool:
    """``is said to have attacked``, ``it is believed that``: nobody is named who says so."""
    if over.lemma_ == "report" and over.pos_ == "NOUN":
        return introduced(via) or via.lower_ == "of"
    if not (is_passive(over) or _thought(over, via)) or not introduced(via):
        return False
    return all(child.dep_ != "agent" for child in over.children)


def _thought(over: Token, via: Token) -> bool:
    """``believed to be holding``: such a verb with an infinitive is a passive, whatever its tag."""
    return over.lemma_ in words("thoughts") and via.dep_ == "xcomp" and infinitive(via)


def _effect(over: Token, via: Token) -> Effect | None:
    """What a word does to what hangs on it by ``via``; ``stop+from`` comes before ``stop``."""
    part = _PARTS.get(over.pos_, "")
    lemma, governors = over.lemma_.lower(), load_governors()
    joined = [particle(over), "object" if via.dep_ in {"dobj", "nsubjpass"} else None, via.lower_]
    wordings = [*(f"{lemma}+{word}" for word in joined if word), lemma]
    effect = next((governors[part, w] for w in wordings if (part, w) in governors), None)
    # "said in a speech on the strike" does not say the strike.
    return None if part == "verb" and via.pos_ == "ADP" and effect in _TELLING else effect


def _speakers(over: Token) -> list[Token]:
    """``X said``, ``X's claim``, ``a claim by X``."""
    if over.pos_ == "VERB" and not is_passive(over):
        return surface_subject(over)
    preps = [child for child in over.children if child.lower_ in {"by", "from"}]
    return possessors(over) + [n for p in preps for n in p.children if n.dep_ == "pobj"]


def _share(node: Token, found: Standing) -> None:
    """What holds for the first of several coordinated verbs holds for ``node``, too."""
    first = node.head
    if first.pos_ not in VERBAL:
        return
    if node.doc[node.left_edge.i - 1].lower_ == "nor" or node.left_edge.lower_ == "nor":
        found.effects.append(("negated", "nor"))
    own = any(child.dep_ in _SUBJECT for child in node.children)
    neutral = load_governors().get(("verb", node.lemma_.lower()), "kept") == "kept"
    if own and neutral and _closes(first) and not parted(first, node):
        found.effects.append(("said", first.text))
        found.speakers = found.speakers or _speakers(first)
    for child in first.children:
        if not own and child.dep_ == "aux" and (effect := auxiliary(child)):
            found.effects.append((effect, child.lower_))


def _closes(verb: Token) -> bool:
    """``A attacked B, X said``: what is said stands before it."""
    return in_passing(verb) and any(c.dep_ == "ccomp" and c.i < verb.i for c in verb.children)


def _headline(noun: Token) -> bool:
    """``X to visit Y``, without any other verb."""
    return noun.dep_ == "ROOT" and noun.pos_ == "PROPN"


def _is_purpose(node: Token) -> bool:
    """An infinitive of purpose tells no happening; the noun above an ``acl`` may say it does."""
    if not infinitive(node) or _is_means(node) or node.lemma_ in words("escaping"):
        return False
    return node.dep_ == "advcl" or ("noun", node.head.lemma_.lower()) not in load_governors()


def _is_means(node: Token) -> bool:
    """``used rockets to attack X``: what something is used for happens with the use."""
    user = node.head.head if node.dep_ in {"relcl", "acl"} else node.head
    return infinitive(node) and user.lemma_.lower() in words("using")


def _according_to(anchor: Token, found: Standing) -> None:
    """``according to X``, anywhere in the sentence that the event's clause belongs to."""
    if found.speakers:
        return
    for token in anchor.sent:
        if token.lower_ == "according" and not parted(anchor, token):
            named = [n for to in token.children if to.lower_ == "to" for n in to.children]
            named = [noun for noun in named if noun.dep_ == "pobj"]
            if named:
                found.effects.append(("said", "according to"))
                found.speakers = named
