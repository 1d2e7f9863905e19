"""Noun phrases -> mentions of actors and places.

A phrase is resolved by its head: a name; a word for a role ("government", "army", "spokesman", "militants")
with the names that modify it; a pronoun or a phrase that refers back; else a name nested in it ("Hamas tunnels").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.rules.arguments import conjuncts, following, prepositions, real_head
from kg.extract.rules.names import Name
from kg.extract.rules.reference import Memory
from kg.ontology.gazetteer import Entry, Gazetteer, Role
from kg.records import Mention

PLACES = {"country", "province", "city", "region", "place"}
ACTORS = {"country", "person", "organization", "armed_group", "institution", "group"}
LOCATIVE = {
    "in", "at", "inside", "near", "across", "within", "outside", "around", "over", "throughout", "into",
    "along", "off", "toward", "towards", "north", "south", "east", "west",
}  # fmt: skip
GROUND = {
    "soil", "territory", "land", "border", "airspace", "water", "town", "village", "city", "province", "capital",
    "region", "district", "ground", "port", "coast", "prison", "jail", "side", "area",
}  # fmt: skip
_BODIES = {
    "group", "company", "firm", "party", "union", "association", "organization", "organisation", "commission",
    "committee", "council", "faction", "coalition", "alliance", "watchdog", "charity", "agency", "court", "tribunal",
    "bloc", "movement", "mission", "panel", "cartel", "bank", "judge", "prosecutor", "lawyer", "clan", "tribe", "investigator",
}  # fmt: skip
_THEIRS = {
    "capital",
    "leader",
    "minister",
    "base",
    "position",
    "hideout",
    "member",
    "ally",
    "camp",
    "stronghold",
    "official",
}
_INSTANCE = {"specifically", "namely", "notably", "particularly", "especially", "chiefly"}
_DIPLOMATS = {"Ambassador", "Envoy", "Special Envoy", "Diplomat", "Consul", "Charge d'Affaires"}
_EQUIPMENT = {"Air Force", "Navy"}
_SERVICES = {"force", "navy", "marine", "sailor"}
_MODIFIERS = {"poss", "compound", "amod", "nmod", "npadvmod", "appos", "det"}
_NESTED_PREPS = {
    "of",
    "for",
    "from",
    "in",
    "by",
    "within",
    "inside",
    "at",
    "like",
    "as",
    "including",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with how sure the reading of its phrase is (0 to 1)."""

    mention: Mention
    sure: float


class Reader:
    """Reads the noun phrases of one paragraph; ``memory`` is what the article said before."""

    def __init__(
        self,
        names: "dict[int, Name]",
        offset: int,
        gazetteer: Gazetteer,
        memory: Memory,
    ) -> None:
        self.names = names
        self.offset = offset
        self.gazetteer = gazetteer
        self.memory = memory

    def actors(self, tokens: Iterable[Token], capitals: bool = False) -> list[Found]:
        """The parties named by the phrases of ``tokens``, each conjunct in its turn.

        With ``capitals`` a capital is the city, else it stands for its government.
        """
        found: list[Found] = []
        for token in tokens:
            for conjunct in conjuncts(real_head(token)):
                name = self.names.get(conjunct.i)
                if capitals and name is not None and name.capital_of:
                    found.append(Found(self._mention(name, conjunct), 0.9))
                else:
                    self.memory.here = self.offset + conjunct.idx
                    found += self._actor(conjunct)
        return _distinct(found)

    def state_of(self, place: Found) -> Found | None:
        """The country that a place lies in, under the words that name the place."""
        mention = place.mention
        if mention.kind == "country" or mention.country is None:
            return place if mention.kind == "country" else None
        entry = self.gazetteer.country(mention.country)
        state = replace(mention, name=entry.name, kind="country", key=entry.key)
        return Found(state, place.sure - 0.1)

    def agentive(self, token: Token) -> bool:
        """Whether a modifier names who acts: a demonym or a body (``Israeli strikes``, not ``Syria strikes``)."""
        name = self.names.get(token.i)
        return name is not None and (name.form == "demonym" or name.kind in ACTORS - {"country"})

    def named_in(self, clause: Token) -> list[Found]:
        """The actors named anywhere in a clause or phrase, in order."""
        tokens = sorted(clause.subtree, key=lambda t: t.i)
        found = [Found(self._acting(n, t), 0.7) for t in tokens if (n := self.names.get(t.i))]
        return _distinct([f for f in found if f.mention.kind in ACTORS])

    def places(self, token: Token) -> list[Found]:
        """The places in the phrase of ``token``: the narrowest it names, as several where several stand there."""
        named = [n for t in conjuncts(token) for n in self._names_in(t)]
        if not named and (spot := self._unknown_place(token)):
            return [spot]
        ground = token.lemma_.lower() in GROUND
        spots = [(t, n) for t, n in named if n.kind in PLACES and (ground or n.form != "demonym")]
        narrow = [(t, n) for t, n in spots if n.kind != "country"]
        narrow = [(t, n) for t, n in narrow if not _beside(t, token)] or narrow
        return _distinct([Found(self._mention(n, t), 0.9) for t, n in narrow or spots])

    def _unknown_place(self, token: Token) -> Found | None:
        """A capitalised name behind a preposition of place that neither gazetteer nor model knows."""
        if token.pos_ != "PROPN" or token.ent_type_ in {"DATE", "TIME", "PERSON", "EVENT"}:
            return None
        first = min(
            [token.i, *(t.i for t in token.lefts if t.dep_ == "compound" and t.pos_ == "PROPN")]
        )
        span = token.doc[first : token.i + 1]
        start = self.offset + span.start_char
        return Found(Mention(span.text, start, start + len(span.text), span.text, "place"), 0.6)

    def _actor(self, token: Token) -> list[Found]:
        name = self.names.get(token.i)
        if name is not None:
            return [Found(self._acting(name, token), 0.95)]
        if token.pos_ == "PRON" or token.tag_ in {"PRP", "PRP$"}:
            if (gloss := self._gloss(token)) is not None:
                return [Found(self._acting(gloss, token), 0.9)]
            return [
                Found(self._said(m, token), sure) for m, sure in self.memory.pronoun(token.lower_)
            ]
        role, phrase = self._role(token)
        if role is not None:
            return self._by_role(role, phrase, token)
        if back := self.memory.phrase(token):
            return [Found(self._said(m, token), sure) for m, sure in back]
        if within := self._compound_role(token):
            return within
        if owned := [Found(self._acting(n, t), 0.75) for t, n in self._owners(token)][:1]:
            return owned
        if token.lemma_.lower() in _BODIES:
            return [Found(self._make(token, self._phrase(token)[0].lower(), "group", None), 0.55)]
        return self._possessor(token) if token.lemma_.lower() in _THEIRS else []

    def _compound_role(self, token: Token) -> list[Found]:
        """``an army post``, ``a police patrol``: the force that the place or unit belongs to."""
        for child in token.children:
            if child.dep_ == "compound" and child.i not in self.names:
                role = self.gazetteer.role(child.lower_)
                if role is not None and role.kind == "forces":
                    return self._as_role(role, child.text, token, self._owners(token))
        return []

    def _gloss(self, token: Token) -> Name | None:
        """The name in square brackets behind a pronoun: ``them [the rebels]``."""
        after = token.doc[token.i + 1 : token.i + 6]
        if len(after) == 0 or after[0].text != "[":
            return None
        return next((self.names[t.i] for t in after if t.i in self.names), None)

    def _role(self, token: Token) -> tuple[Role | None, str]:
        """The role word that ends in ``token``, taken as long as possible."""
        first = token.i
        while first > token.sent.start and _joins(token.doc[first - 1], token):
            first -= 1
        for start in range(first, token.i + 1):
            if start in self.names:
                continue
            phrase = token.doc[start : token.i + 1].text
            for wording in (phrase.lower(), _followed(token, phrase)):
                if wording and (role := self.gazetteer.role(wording)):
                    return role, phrase
        return None, ""

    def _by_role(self, role: Role, phrase: str, token: Token) -> list[Found]:
        person = self._named_person(token)
        if person is not None and role.kind in {"office", "spokesperson"}:
            return [Found(person, 0.95)]
        owners = [(t, n) for t, n in self._owners(token) if n.kind in ACTORS | {"city", "place"}]
        shared = _distinct_names([(t, n) for t, n in owners if n.kind == "country"])
        if len(shared) > 1 and role.kind != "institution" and _coordinated([t for t, _ in shared]):
            return [f for _, n in shared for f in self._as_role(role, phrase, token, [(token, n)])]
        return self._as_role(role, phrase, token, owners)

    def _as_role(
        self, role: Role, phrase: str, token: Token, owners: list[tuple[Token, Name]]
    ) -> list[Found]:
        country = self._country(owners)
        group = next((n for _, n in owners if n.kind in {"armed_group", "organization"}), None)
        match role.kind:
            case "government":
                return self._government(token, owners, country)
            case "institution":
                return self._institution(role.name, country, token)
            case "office" | "spokesperson":
                return self._office(role, country, owners, token)
            case "forces":
                if country is None and group is not None:
                    return [Found(self._acting(group, token), 0.85)]
                if theirs := self._possessor(token) if country is None else []:
                    return theirs
                return self._forces(role, country or self._home(), token, 0.85 if country else 0.6)
        if group is not None:
            return [Found(self._acting(group, token), 0.85)]
        if theirs := self._possessor(token):
            return theirs
        if named := self._instance(token):
            return named
        words = self._people(token, phrase)
        return [Found(self._make(token, words, "group", country and country.country), 0.6)]

    def _instance(self, token: Token) -> list[Found]:
        """Who exactly, behind a comma: ``militants, specifically the X``; ``groups such as X``."""
        after = token.doc[token.right_edge.i + 1 : token.right_edge.i + 6]
        if not {t.lower_ for t in after} & _INSTANCE:
            after = token.doc[token.i + 1 : token.i + 6]
        if not {t.lower_ for t in after} & _INSTANCE:
            return []
        named = next((t for t in after if (n := self.names.get(t.i)) and n.kind in ACTORS), None)
        return [Found(self._acting(self.names[named.i], named), 0.75)] if named is not None else []

    def _possessor(self, token: Token) -> list[Found]:
        """Whom ``its`` or ``their`` before a role word refers to."""
        for child in token.children:
            if child.tag_ == "PRP$":
                return [
                    Found(self._said(m, token), s) for m, s in self.memory.pronoun(child.lower_)
                ]
        return []

    def _forces(
        self, role: Role, country: "Name | Entry | None", token: Token, sure: float
    ) -> list[Found]:
        if country is None:
            return [Found(self._make(token, role.name, "group", None), 0.6)]
        if role.name in _EQUIPMENT and token.lemma_.lower() not in _SERVICES:
            return [
                Found(
                    self._make(token, country.name, "country", country.country, country.key), sure
                )
            ]
        name = "Armed Forces" if role.name in {"Army", "troops"} else role.name
        return [
            Found(
                self._make(token, f"{name} ({country.name})", "institution", country.country), sure
            )
        ]

    def _government(
        self, token: Token, owners: list[tuple[Token, Name]], country: Name | None
    ) -> list[Found]:
        if country is not None:
            made = self._make(token, country.name, country.kind, country.country, country.key)
            return [Found(made, 0.9)]
        if owners:
            return [Found(self._acting(owners[0][1], token), 0.85)]
        if theirs := self._possessor(token):
            return theirs
        home = self._home()
        return (
            [Found(self._make(token, home.name, "country", home.country, home.key), 0.6)]
            if home
            else []
        )

    def _home(self) -> Entry | None:
        code = self.memory.home()
        return self.gazetteer.country(code) if code else None

    def _institution(self, name: str, country: Name | None, token: Token) -> list[Found]:
        if country is not None:
            made = self._make(token, f"{name} ({country.name})", "institution", country.country)
            return [Found(made, 0.95)]
        if back := self.memory.institution(name):
            return [Found(self._said(back, token), 0.85)]
        if home := self._home():
            return [
                Found(self._make(token, f"{name} ({home.name})", "institution", home.country), 0.6)
            ]
        return [Found(self._make(token, name, "institution", None), 0.6)]

    def _office(
        self, role: Role, country: Name | None, owners: list[tuple[Token, Name]], token: Token
    ) -> list[Found]:
        if role.kind == "spokesperson":
            body = [f for t in self._of(token) for f in self._actor(t)] or [
                Found(self._acting(n, token), 0.85) for _, n in owners[:1]
            ]
            return body or [Found(self._said(m, token), 0.5) for m in self.memory.last_speaker()]
        code = country.country if country else None
        if holder := self.memory.holder(role.name, code):
            return [Found(self._said(holder, token), 0.85)]
        if country is not None and role.name in _DIPLOMATS:
            return [
                Found(self._make(token, country.name, "country", country.country, country.key), 0.8)
            ]
        if country is not None:
            made = self._make(
                token, f"{role.name} ({country.name})", "institution", country.country
            )
            return [Found(made, 0.8)]
        if owners:
            return [Found(self._acting(owners[0][1], token), 0.7)]
        return [Found(self._make(token, role.name, "institution", None), 0.5)]

    def _of(self, token: Token) -> list[Token]:
        heads = [
            c
            for c in token.children
            if c.dep_ in {"poss", "compound"} and c.pos_ in {"NOUN", "PROPN"}
        ]
        return [n for w, n, _ in prepositions(token) if w in {"of", "for"}] or heads

    def _named_person(self, token: Token) -> Mention | None:
        """The person whom a title introduces: ``the president, X``, ``President X``."""
        for child in token.children:
            name = self.names.get(child.i)
            if child.dep_ in {"appos", "compound", "nmod"} and name and name.kind == "person":
                return self._acting(name, child)
        over = self.names.get(token.head.i)
        if token.dep_ == "appos" and over is not None and over.kind == "person":
            return self._acting(over, token.head)
        return None

    def _country(self, owners: list[tuple[Token, Name]]) -> Name | None:
        """The country among the owners of a phrase, also by its capital."""
        for _, name in owners:
            if name.kind == "country":
                return name
        for _, name in owners:
            if name.capital_of:
                return self._as_country(name)
        return None

    def _as_country(self, name: Name) -> Name:
        entry = self.gazetteer.country(name.capital_of or "")
        return replace(
            name,
            name=entry.name,
            kind="country",
            country=entry.country,
            key=entry.key,
            capital_of=None,
        )

    def _owners(self, token: Token) -> list[tuple[Token, Name]]:
        """Names that modify a phrase, the nearest kind first, outside clauses that hang on it."""
        found: list[tuple[Token, Name]] = []
        for child in token.children:
            if child.dep_ in _MODIFIERS:
                found += [pair for t in conjuncts(child) for pair in self._names_at(t)]
                if child.dep_ in {"poss", "compound", "amod", "nmod"}:
                    found += self._owners(child)
        for word, noun, _ in [*prepositions(token), *following(token)]:
            if word in _NESTED_PREPS and noun.pos_ in {"NOUN", "PROPN"}:
                found += self._names_at(noun) or self._owners(noun)
        for child in token.children:
            if child.dep_ == "acl":
                for _, noun, _ in prepositions(child):
                    found += self._names_at(noun)
        return found

    def _names_at(self, token: Token) -> list[tuple[Token, Name]]:
        name = self.names.get(token.i)
        return [(token, name)] if name is not None else []

    def _names_in(self, token: Token) -> Iterator[tuple[Token, Name]]:
        """All names within a phrase, in order, each once."""
        seen: set[int] = set()
        for t in sorted([token, *_inside(token)], key=lambda t: t.i):
            name = self.names.get(t.i)
            if name is not None and name.first not in seen:
                seen.add(name.first)
                yield t, name

    def _people(self, token: Token, phrase: str) -> str:
        owner = [
            self._surface(n, t)
            for t, n in self._owners(token)
            if t.i < token.i and n.kind == "country"
        ]
        plural = phrase.lower() if token.tag_ in {"NNS", "NNPS"} else phrase.lower()
        return " ".join([*owner[:1], plural])

    def _surface(self, name: Name, token: Token) -> str:
        return token.doc[name.first : name.last].text

    def _acting(self, name: Name, token: Token) -> Mention:
        """A name as an actor: a capital stands for its government, a short person's name for the full one."""
        if name.capital_of:
            name = self._as_country(name)
        mention = self._mention(name, token)
        return self.memory.full_name(mention)

    def _mention(self, name: Name, token: Token) -> Mention:
        span = token.doc[name.first : name.last]
        start = self.offset + span.start_char
        return Mention(
            span.text, start, start + len(span.text), name.name, name.kind, name.country, name.key
        )

    def _make(
        self, token: Token, name: str, kind: str, country: str | None, key: str | None = None
    ) -> Mention:
        text, start = self._phrase(token)
        return Mention(text, start, start + len(text), name, kind, country, key)

    def _said(self, mention: Mention, token: Token) -> Mention:
        """A mention that words refer back to: where it is named in the same sentence, as it stands there."""
        if mention.start >= self.offset + token.sent.start_char and token.pos_ == "PRON":
            return mention
        text, start = self._phrase(token)
        return replace(mention, text=text, start=start, end=start + len(text))

    def _phrase(self, token: Token) -> tuple[str, int]:
        """The words of a phrase up to its head."""
        first = min([token.i, *(t.i for t in token.lefts if t.dep_ != "punct")])
        while first < token.i and token.doc[first].pos_ == "DET":
            first += 1
        span = token.doc[first : token.i + 1]
        return span.text, self.offset + span.start_char


def _distinct_names(pairs: list[tuple[Token, Name]]) -> list[tuple[Token, Name]]:
    return list({name.name: (token, name) for token, name in pairs}.values())


def _coordinated(tokens: list[Token]) -> bool:
    return all(t.dep_ == "conj" for t in tokens[1:])


def _beside(name: Token, phrase: Token) -> bool:
    """Whether a name only tells where a place lies: ``X, near Y``; ``X, in Y province``."""
    node = name
    while node.i != phrase.i and node.head != node:
        if node.dep_ == "prep" and node.lower_ in LOCATIVE and node.head.pos_ == "PROPN":
            return True
        node = node.head
    return False


def _joins(left: Token, head: Token) -> bool:
    return left.pos_ in {"NOUN", "PROPN", "ADJ"} and left.head.i >= left.i and left.head.i <= head.i


def _followed(token: Token, phrase: str) -> str:
    """``ministry`` with the of-phrase behind it: ``ministry of defence``."""
    rest = [t for w, t, _ in prepositions(token) if w == "of"]
    if not rest:
        return ""
    return (
        token.doc[token.i : rest[0].right_edge.i + 1].text.lower()
        if rest[0].i - token.i <= 4
        else ""
    )


def _inside(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ not in {"relcl", "acl", "advcl", "conj", "cc", "punct"} or (child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"} and token.dep_ != "pobj"):
            yield child
            yield from _inside(child)


def _distinct(found: list[Found]) -> list[Found]:
    kept: dict[tuple[str, str], Found] = {}
    for item in found:
        kept.setdefault((item.mention.name, item.mention.kind), item)
    return list(kept.values())
