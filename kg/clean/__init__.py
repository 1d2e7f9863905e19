"""An article to a document: page noise is dropped, journalism is kept.

Title and headings repeat what the paragraphs tell; only paragraphs may state claims.
"""

from collections import Counter
from collections.abc import Iterable

from kg.clean.characters import plain
from kg.clean.dateline import dateline_end
from kg.clean.lines import Line
from kg.clean.page import Judged, judge, take_title
from kg.clean.skip import without_boilerplate
from kg.clean.wrapping import unwrapped
from kg.errors import InputError
from kg.records import Article, Block, Document

__all__ = ["clean"]


def clean(article: Article) -> Document:
    """The document of ``article``: blocks in order, an empty line between those of two lines.

    The title is no part of the text. A dateline is a heading in the line of its paragraph, the
    bullet of a list item stands before its block. Raises InputError where all of it is noise.
    """
    lines = unwrapped(plain(article.text))
    given = " ".join(plain(article.title or "").split())
    title, rest = take_title(without_boilerplate(lines), Line(given) if given else None)
    judged = judge(rest, Counter(line.key for line in lines)) or _only(lines, title)
    if not judged:
        raise InputError("has nothing of an article in it, only what stands around one")
    text, blocks = _laid_out(judged)
    return Document(article, title.text if title else None, text, tuple(blocks))


def _only(lines: Iterable[Line], title: Line | None) -> list[Judged]:
    """The title as a paragraph where the text says nothing else."""
    return [("paragraph", line) for line in lines if title and line.key == title.key][:1]


def _laid_out(judged: Iterable[Judged]) -> tuple[str, list[Block]]:
    """The text and its blocks."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for kind, line in judged:
        lead = ("\n\n" if parts else "") + (f"{line.bullet} " if line.bullet else "")
        parts += (lead, line.text)
        start, end = length + len(lead), length + len(lead) + len(line.text)
        dateline = dateline_end(line.text) if kind == "paragraph" else 0
        if dateline:
            blocks.append(Block("heading", start, start + len(line.text[:dateline].rstrip())))
        blocks.append(Block(kind, start + dateline, end))
        length = end
    return "".join(parts), blocks
