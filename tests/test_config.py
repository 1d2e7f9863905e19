"""Settings come from the environment and from .env, and the password is never shown."""

from pathlib import Path

import pytest

from kg.config import Settings, read_settings
from kg.errors import ConfigError


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KG_STORE", "KG_USER", "KG_PASSWORD", "KG_DATABASE"):
        monkeypatch.delenv(name, raising=False)


def test_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings("./kg.db", "neo4j", None, "neo4j")


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("KG_STORE=neo4j://a\nKG_PASSWORD='p$HOME'\nKG_USER=\n")
    monkeypatch.setenv("KG_STORE", "bolt://b")
    assert read_settings(tmp_path) == Settings("bolt://b", "neo4j", "p$HOME", "neo4j")


def test_the_password_is_not_shown() -> None:
    assert "secret" not in repr(Settings(password="secret"))


def test_a_file_of_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"KG_STORE=\xff\n")
    with pytest.raises(ConfigError, match=r"\.env cannot be read"):
        read_settings(tmp_path)
