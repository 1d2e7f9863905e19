"""What engines say, cut down to a part of one sentence."""


def first_line(message: object) -> str:
    """The first line of an engine's message, without its full stop."""
    lines = str(message or "").strip().splitlines()
    return " ".join(lines[0].split()).rstrip(".") if lines else "no reason was given"
