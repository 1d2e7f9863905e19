"""Settings come from the environment and from .env, and the password is never shown."""

from pathlib import Path

import pytest

from kg.config import Settings, load_settings
from kg.errors import ConfigError


def test_defaults(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path / ".env")
    assert settings == Settings("./kg.db", "neo4j", None, "neo4j", None, ("rules",), (), False)


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("KG_STORE=neo4j://a\nKG_PASSWORD='p$HOME'\nKG_USER=\n")
    settings = load_settings({"KG_STORE": "bolt://b"}, file)
    assert settings == Settings("bolt://b", "neo4j", "p$HOME", "neo4j")


def test_the_process_and_its_folder_are_read_where_nothing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("KG_USER=file\n")
    monkeypatch.setenv("KG_STORE", "bolt://b")
    settings = load_settings()
    assert (settings.store, settings.user) == ("bolt://b", "file")


@pytest.mark.parametrize("user", ["NEO4J_USER", "NEO4J_USERNAME"])
def test_the_names_of_compose_files_serve_behind_our_own(user: str) -> None:
    theirs = {user: "ann", "NEO4J_PASSWORD": "secret", "NEO4J_DATABASE": "news"}
    assert load_settings(theirs, None) == Settings("./kg.db", "ann", "secret", "news")
    ours = {"KG_USER": "bob", "KG_PASSWORD": "other", "KG_DATABASE": "graph"}
    assert load_settings(theirs | ours, None) == Settings("./kg.db", "bob", "other", "graph")


def test_lists_and_truth_values() -> None:
    told = {
        "KG_EXTRACTORS": "rules, mine",
        "KG_GAZETTEER": "a.toml:b c.toml",
        "KG_SPACY_MODEL": "en_core_web_sm",
        "KG_DEBUG": "Yes",
        "KG_DECISIONS": "who.jsonl",
        "USER": "bo",
    }
    settings = load_settings(told, None)
    assert settings.extractors == ("rules", "mine")
    assert settings.gazetteers == (Path("a.toml"), Path("b c.toml"))
    assert settings.spacy_model == "en_core_web_sm"
    assert settings.debug
    assert (settings.decisions, settings.by) == (Path("who.jsonl"), "bo")


def test_the_password_is_not_shown() -> None:
    assert "secret" not in repr(Settings(password="secret"))


def test_a_file_of_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"KG_STORE=\xff\n")
    with pytest.raises(ConfigError, match=r"\.env cannot be read"):
        load_settings({}, tmp_path / ".env")


def test_a_truth_value_that_is_none_is_named() -> None:
    with pytest.raises(ConfigError, match="KG_DEBUG is maybe"):
        load_settings({"KG_DEBUG": "maybe"}, None)
