"""docker-compose.yml as a real Compose loader reads it, and the rules that the Dockerfile keeps."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
LOADER = Path(__file__).parent / "compose"
Load = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Load:
    """Compose's own loader, built once; it sees the variables given and no .env of this folder."""
    if not (go := shutil.which("go")):
        pytest.skip("no Go here to build Compose's loader with")
    folder = tmp_path_factory.mktemp("compose")
    build = [go, "build", "-o", str(folder / "load"), "."]
    settings = os.environ | {"GOTOOLCHAIN": "local", "GOFLAGS": "-buildvcs=false"}
    built = subprocess.run(
        build, cwd=LOADER, env=settings, capture_output=True, text=True, check=False
    )
    if built.returncode:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(f"Compose's loader cannot be built: {built.stderr.strip()[-300:]}")
    shutil.copy(ROOT / "docker-compose.yml", folder)

    def run(**variables: str) -> subprocess.CompletedProcess[str]:
        command = [str(folder / "load"), "docker-compose.yml"]
        return subprocess.run(
            command, cwd=folder, env=variables, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture(scope="module")
def services(load: Load) -> dict[str, Any]:
    loaded = load(NEO4J_PASSWORD="a password", COMPOSE_PROFILES="load")
    assert loaded.returncode == 0, loaded.stderr
    found: dict[str, Any] = json.loads(loaded.stdout)["services"]
    return found


def test_without_a_password_the_file_is_refused_and_says_where_to_put_one(load: Load) -> None:
    for variables in ({}, {"NEO4J_PASSWORD": ""}):
        refused = load(**variables)
        assert refused.returncode == 1
        assert "set it in .env, .env.example shows how" in refused.stderr


def test_the_loader_starts_only_where_its_profile_is_asked_for(load: Load) -> None:
    loaded = load(NEO4J_PASSWORD="a password")
    assert list(json.loads(loaded.stdout)["services"]) == ["neo4j"]


def test_every_port_is_bound_to_the_loopback_address(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert {port["target"] for port in ports} == {7474, 7687}
    assert {port["host_ip"] for port in ports} == {"127.0.0.1"}


def test_the_ports_can_be_moved(load: Load) -> None:
    moved = load(NEO4J_PASSWORD="a password", NEO4J_BOLT_PORT="17687", NEO4J_HTTP_PORT="17474")
    ports = json.loads(moved.stdout)["services"]["neo4j"]["ports"]
    assert sorted(port["published"] for port in ports) == ["17474", "17687"]


def test_the_server_keeps_its_data_and_shows_the_queries(services: dict[str, Any]) -> None:
    mounts = {mount["target"]: mount for mount in services["neo4j"]["volumes"]}
    assert mounts["/data"]["type"] == "volume"
    assert mounts["/cypher"]["read_only"] is True


def test_kg_waits_until_the_server_is_healthy_and_may_log_in(services: dict[str, Any]) -> None:
    assert services["neo4j"]["healthcheck"]["test"][0] == "CMD"
    assert services["kg"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    user, _, password = services["neo4j"]["environment"]["NEO4J_AUTH"].partition("/")
    settings = services["kg"]["environment"]
    assert (settings["KG_USER"], settings["KG_PASSWORD"]) == (user, password)


def test_every_image_is_pinned_to_a_version(services: dict[str, Any]) -> None:
    bases = re.findall(r"^FROM (\S+)", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    images = bases + [service["image"] for service in services.values() if "image" in service]
    assert len(images) == 3
    assert [image for image in images if not re.search(r":\d+\.\d+", image)] == []


def test_the_image_installs_by_hash_and_runs_without_rights() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    last = len(lines) - next(n for n, line in enumerate(lines[::-1], 1) if line.startswith("FROM"))
    assert any("--require-hashes --no-deps -r requirements.txt" in line for line in lines[:last])
    users = [line.split()[1] for line in lines[last:] if line.startswith("USER")]
    assert users and set(users).isdisjoint({"0", "root"})


def test_no_secret_is_sent_to_the_engine() -> None:
    kept = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert "*" in kept and not any(line.startswith("!.env") for line in kept)
