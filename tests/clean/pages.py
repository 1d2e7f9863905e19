"""Made-up news pages of made-up conflicts, and a short way to clean them."""

from kg.clean import clean
from kg.records import Article, BlockKind, Document


def cleaned(text: str, title: str | None = None) -> Document:
    """The document of a text."""
    return clean(Article(id="page", text=text, origin="page.txt", title=title))


def texts(document: Document, kind: BlockKind = "paragraph") -> list[str]:
    """The texts of the blocks of one kind."""
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]


HARBOUR = """\
Home > World > Africa

Skip to content

World

Rebels Shell Harbour of Port Amary as Truce Collapses

By Leyla Odhiambo and Piet Vos in Port Amary

Published: 3 May 2031, 11:40 GMT

Share

Smoke rises over the docks of Port Amary. [File: Piet Vos/AP Photo]

Rebels of the Northern Front shelled the harbour of Port Amary on Friday and killed six people.

President Aruna Keita accused neighbouring Morvan of arming the front. Morvan rejected the charge.

ALSO READ: Morvan Opens Its First Solar Farm

“We have not sent one bullet,” Foreign Minister Inès Baril told reporters.

Related Articles

Film Festival Returns to the Capital After Two Years

Why Coffee Prices Will Not Fall Soon

A truce of three weeks

The truce that Qatar had brokered held for three weeks. It broke when the front took Zell.

Advertisement

The African Union called on both sides to return to talks

What happens now?

Aid groups say 12,000 people have fled since Monday.

(Reporting by Leyla Odhiambo; Editing by Sam Roe)

Subscribe to our newsletter and never miss a story.

4 comments

Kofi says:

The rebels will attack the capital next.

Reply
"""

ENVOY = """\
KORVA CITY, May 4 (Reuters) - Korva expelled the envoy of Drenia after protests at its consulate.
Drenia’s army moved two brigades to the border, its defence ministry said.

Stocks Rise for a Third Day as Oil Falls

The ministry denied that the brigades would cross the Lune river.

The general staff named three aims:
- a buffer of ten kilometres
- the return of 40 prisoners
- an end to the blockade of Sal

Korva has not replied.

- Drenian Singer Wins Prize in Lisbon
- Stocks Rise for a Third Day as Oil Falls
- Ten Recipes for a Long Weekend
"""

WRAPPED = """\
General Assembly condemns raid on Osk

The General Assembly of the Isles condemned on Tuesday the raid on the
island of Osk, in which nine fishermen were killed, and asked the Coast
League to withdraw its ships from the strait within a week.

The League said that its sailors had been fired upon first. Its envoy,
Marta Lind, called the vote "a gift to smugglers" and left the chamber
before the end of the session.
"""
