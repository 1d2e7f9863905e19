from tests.clean.pages import ENVOY, HARBOUR, WRAPPED, cleaned, texts


def test_all_of_the_article_is_kept_in_order() -> None:
    assert [text.split()[0] for text in texts(cleaned(HARBOUR))] == [
        "Rebels",
        "President",
        "“We",
        "The",
        "The",
        "Aid",
    ]
    assert texts(cleaned(HARBOUR))[4] == "The African Union called on both sides to return to talks"


def test_no_noise_is_kept() -> None:
    text = cleaned(HARBOUR).text
    for noise in (
        *("Home", "Skip", "By Leyla", "Published", "Share", "Smoke", "Solar", "Related", "Film"),
        *(
            "Coffee",
            "Advertisement",
            "Reporting by",
            "Subscribe",
            "comments",
            "Kofi",
            "capital next",
        ),
    ):
        assert noise not in text


def test_the_title_is_no_part_of_the_text() -> None:
    document = cleaned(HARBOUR)
    assert document.title == "Rebels Shell Harbour of Port Amary as Truce Collapses"
    assert "Collapses" not in document.text


def test_subheadings_are_structure() -> None:
    assert texts(cleaned(HARBOUR), "heading") == ["A truce of three weeks", "What happens now?"]


def test_a_title_that_is_given_is_not_repeated_in_the_text() -> None:
    for line in ("Raid on Osk", "Raid on Osk Condemned"):
        document = cleaned(f"{line}\n\n{WRAPPED}", title="Raid on Osk Condemned | The Isles Post")
        assert document.title == "Raid on Osk Condemned | The Isles Post"
        assert texts(document)[0].startswith("The General Assembly")
        assert len(texts(document)) == 2


def test_wrapped_lines_become_paragraphs() -> None:
    document = cleaned(WRAPPED)
    assert document.title == "General Assembly condemns raid on Osk"
    assert [text[-12:] for text in texts(document)] == ["thin a week.", "the session."]
    assert "raid on the island of Osk, in which" in document.text


def test_a_dateline_stays_in_its_line_apart_from_the_paragraph() -> None:
    document = cleaned(ENVOY)
    assert texts(document, "heading") == ["KORVA CITY, May 4 (Reuters) -"]
    assert texts(document)[0].startswith("Korva expelled")
    assert "(Reuters) - Korva expelled the envoy" in document.text


def test_a_foreign_headline_and_a_list_of_headlines_are_dropped() -> None:
    text = cleaned(ENVOY).text
    assert "Stocks" not in text
    assert "Singer" not in text
    assert "Recipes" not in text


def test_a_list_that_a_sentence_introduces_is_kept() -> None:
    document = cleaned(ENVOY)
    assert "a buffer of ten kilometres" in texts(document)
    assert "\n\n- the return of 40 prisoners\n\n" in document.text
    assert texts(document)[-1] == "Korva has not replied."


def test_markup_is_dropped_and_what_looks_like_cypher_stays() -> None:
    document = cleaned(
        "<p>The <b>army</b> took Zell &amp; Osk.</p><script>alert('x');</script>"
        "<p>MATCH (n) DETACH DELETE n; said a note in which 3 < 5 and <x> stood.</p>"
    )
    assert texts(document) == [
        "The army took Zell & Osk.",
        "MATCH (n) DETACH DELETE n; said a note in which 3 < 5 and <x> stood.",
    ]


def test_odd_characters_become_plain() -> None:
    text = "\ufeffThe\u00a0ar\u00admy\u200b took Zell.\r\rIt said: “We won’t leave.”\u2028"
    assert texts(cleaned(text + "ErdoÄŸan agreed, itâ€™s said.\x00\n")) == [
        "The army took Zell.",
        "It said: “We won’t leave.”",
        "Erdoğan agreed, it’s said.",
    ]


def test_a_second_telling_is_left_out_but_not_one_of_another_number() -> None:
    line = "Shells killed {} people in Zell on Monday, the mayor said."
    told = [line.format(5), line.format(6), line.format(5)]
    assert texts(cleaned("\n\n".join(told))) == told[:2]
