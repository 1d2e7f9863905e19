from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.clean import clean
from kg.errors import InputError
from kg.records import Document
from tests.clean.pages import ENVOY, HARBOUR, WRAPPED, cleaned, texts

ODD = [
    "Leave a Reply",
    "Comments",
    "Most Read",
    "Watch",
    "- Zell Falls",
    "ZELL:",
    "NATO – The",
    "¶",
]
UNENDED = "Officials said the army had taken the town of Zell after a week"
TOLD = "Rebels shelled the harbour of Port Amary on Friday and six dock workers were killed."

PAGES = (HARBOUR, ENVOY, WRAPPED)
LINES = [*ODD, UNENDED, *sorted({line for page in PAGES for line in page.split("\n")})]
WHOLE = st.characters(exclude_characters="&<ÂÃÄÅâ", exclude_categories=["Cs"])
"""Characters that begin neither an entity nor a tag nor misread UTF-8: those are undone once."""

pages = st.lists(st.sampled_from(LINES) | st.text(WHOLE, max_size=90), max_size=40).map("\n".join)


def attempt(text: str, title: str | None = None) -> Document | None:
    try:
        return cleaned(text, title)
    except InputError:
        return None


@given(pages | st.text(), st.none() | st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_blocks_lie_in_order_within_the_text(text: str, title: str | None) -> None:
    document = attempt(text, title)
    at = 0
    for block in document.blocks if document else ():
        assert at <= block.start < block.end <= len(document.text) if document else False
        at = block.end


@given(pages)
@settings(max_examples=300, deadline=None)
def test_cleaning_what_was_cleaned_loses_no_paragraph(text: str) -> None:
    document = attempt(text)
    if document:
        again = clean(replace(document.article, text=document.text, title=document.title))
        assert set(texts(document)) <= set(texts(again))


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan bombed Khost province",
        "Following talks in Doha, Qatar has announced a ceasefire",
        "{France is ready to contribute up to 4,000 troops to a force in Liberia.}",
        "Published reports say the army shelled Zell",
        "ARMY SHELLS ZELL AS TALKS FAIL",
    ],
)
def test_a_single_sentence_survives_whole(text: str) -> None:
    assert texts(cleaned(text)) == [text]
    assert texts(cleaned(text, title=text)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The daily newsletter of the group, al-Sada, claimed the attack on Zell.",
        "By continuing to shell Zell, Morvan has broken the truce, Tessaly said.",
        "Follow-up talks in Doha failed.",
        "Source: officials said the army had shelled the town of Zell.",
        "Fighters of the League of the Arabian Peninsula (LAP) took the town of Zell.",
        "NATO – the alliance – sent ships to the strait of Osk.",
        "Published in March, the report accuses both armies of crimes.",
        "Comments by President Keita angered Morvan.",
        "(Writing on X, he accused Morvan of arming the rebels.)",
        "Ten people were killed in the raid, the mayor said. (AFP)",
    ],
)
def test_a_sentence_that_begins_like_noise_is_kept(text: str) -> None:
    assert texts(cleaned(f"{TOLD}\n\n{text}\n\nMorvan denied that it had armed the rebels.")) == [
        TOLD,
        text,
        "Morvan denied that it had armed the rebels.",
    ]


@pytest.mark.parametrize(
    "text",
    ["Share\nTweet\nAdvertisement", "© 2031 The Courier. All rights reserved.\nHome", "\u200b"],
)
def test_a_page_of_noise_alone_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="nothing of an article"):
        cleaned(text)


def test_a_link_to_the_comments_above_an_article_does_not_end_it() -> None:
    assert TOLD in texts(cleaned(f"Zell Under Fire\n\n12 comments\n\nLeave a comment\n\n{TOLD}"))


def test_an_article_goes_on_below_a_list_of_stories() -> None:
    own = "Aid groups fed the dock workers’ families."
    for below in (own, f"Dock Workers Mourn\n\n{own}\n\n{own[:-1]} again."):
        page = f"{TOLD}\n\nMost Read\n\nBread Without an Oven\n\nTen Best Films\n\n{below}"
        assert texts(cleaned(page))[:2] == [TOLD, own]


def test_a_list_of_stories_with_teasers_is_dropped() -> None:
    teaser = "A chef shows how to bake bread without an oven in less than an hour."
    text = cleaned(
        f"{TOLD}\n\nMost Read\n\nBread Without an Oven\n\n{teaser}\n\nTen Best Films"
    ).text
    assert text == TOLD


PIECES = ("Comments\n", "<a ", "<script>", "&amp;", "â€", "1 ", "a > ", "#a", "(", "photo by ")


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_of_one_odd_piece_is_done(piece: str) -> None:
    attempt(piece * (1_000_000 // len(piece)))
    attempt("\n".join([(piece * 300)[:299] + str(n % 7) for n in range(300)]))
