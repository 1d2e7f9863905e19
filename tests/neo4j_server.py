"""A real Neo4j for the tests: one named in the environment, one of Maven's packages, or Docker's.

``KG_TEST_NEO4J`` (an address, with ``KG_TEST_NEO4J_USER`` and ``KG_TEST_NEO4J_PASSWORD``) names a
server whose default database the tests may empty. Else Java 17 and Maven start Neo4j Community from
the packages of Maven Central, kept under the user's cache folder. Else Docker starts the service of
docker-compose.yml under a project of its own.
"""

import os
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

VERSION = "5.26.30"
START_SECONDS = 240
ROOT = Path(__file__).parent.parent
POM = f"""
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kg</groupId><artifactId>neo4j</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.neo4j.assembly</groupId><artifactId>neo4j-community-standalone</artifactId>
      <version>{VERSION}</version><type>pom</type>
    </dependency>
  </dependencies>
</project>
"""
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
JVM = ["-Xms512m", "-Xmx512m", "-XX:+UseSerialGC", "-Dlog4j2.disable.jmx=true"] + [
    f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED
]


class NoServerError(Exception):
    """No server can be had here; the message says why."""


@dataclass
class Machine:
    """The process of a server that was started here."""

    command: list[str]
    home: Path
    process: "subprocess.Popen[bytes] | None" = None

    def start(self, server: "Server") -> None:
        """Start the server and wait until it answers."""
        log = self.home / "console.log"
        with log.open("wb") as out:
            self.process = subprocess.Popen(self.command, cwd=self.home, stdout=out, stderr=out)
        _await(server, self.process, log)

    def kill(self) -> None:
        """End it with no time to tidy up."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """End it in order."""
        if self.process is not None:
            _stop(self.process)


@dataclass(frozen=True)
class Server:
    """Where a server answers, and who may enter; the machine where it was started here."""

    address: str
    user: str = "neo4j"
    password: str = field(default="", repr=False)
    machine: Machine | None = field(default=None, repr=False)

    def session(self) -> AbstractContextManager[neo4j.Session]:
        return _session(self)


@contextmanager
def _session(server: Server) -> Iterator[neo4j.Session]:
    auth = (server.user, server.password)
    driver = neo4j.GraphDatabase.driver(server.address, auth=auth)
    with driver, driver.session() as session:
        yield session


def running_server() -> AbstractContextManager[Server]:
    """The first server that can be had; on leaving, it is stopped if it was started here."""
    if address := os.environ.get("KG_TEST_NEO4J"):
        user = os.environ.get("KG_TEST_NEO4J_USER", "neo4j")
        return _named(Server(address, user, os.environ.get("KG_TEST_NEO4J_PASSWORD", "")))
    try:
        java, libraries = _java(), _libraries()
    except NoServerError as missing:
        if _docker_answers():
            return _in_docker()
        raise NoServerError(f"{missing}, and no Docker engine answers") from missing
    return _from_maven(java, libraries)


@contextmanager
def _named(server: Server) -> Iterator[Server]:
    yield server


@contextmanager
def _from_maven(java: str, libraries: Path) -> Iterator[Server]:
    address, password = f"bolt://127.0.0.1:{_free_port()}", secrets.token_urlsafe(16)
    classpath = ["-cp", f"{libraries}/*"]
    with tempfile.TemporaryDirectory(prefix="kg-neo4j-") as name:
        home = Path(name)
        main = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}"]
        command = [java, *JVM, *classpath, *main, f"--config-dir={home}/conf", "--console-mode"]
        machine = Machine(command, home)
        server = Server(address, password=password, machine=machine)
        _configure(home, server)
        admin = [java, *classpath, "org.neo4j.server.startup.Neo4jAdminBoot"]
        subprocess.run(
            [*admin, "dbms", "set-initial-password", server.password],
            env=os.environ | {"NEO4J_HOME": name, "NEO4J_CONF": f"{name}/conf"},
            check=True,
            capture_output=True,
        )
        try:
            machine.start(server)
            yield server
        finally:
            machine.stop()


def _configure(home: Path, server: Server) -> None:
    (home / "conf").mkdir()
    bolt = server.address.removeprefix("bolt://")
    settings = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": bolt,
        "server.bolt.advertised_address": bolt,
        "server.http.enabled": "false",
        "server.memory.pagecache.size": "64m",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
    }
    lines = (f"{name}={value}\n" for name, value in settings.items())
    (home / "conf" / "neo4j.conf").write_text("".join(lines))


def _await(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers; its log is shown where it ends or stays silent."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with server.session() as session:
                session.run("RETURN 1").consume()
        except (DriverError, Neo4jError, OSError):
            time.sleep(0.3)
        else:
            return
    raise RuntimeError(f"Neo4j did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else shutil.which("java")
    if java is None or not shutil.which(java):
        raise NoServerError("there is no Java")
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr
    major = re.search(r'version "(\d+)', told)
    if major is None or int(major[1]) < 17:
        raise NoServerError("there is no Java 17 or later")
    return java


def _libraries() -> Path:
    """The folder of Neo4j's jars, fetched once for all checkouts."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg"
    folder = cache / f"neo4j-{VERSION}"
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if maven is None:
        raise NoServerError("there is no Maven")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as name:
        (Path(name) / "pom.xml").write_text(POM)
        fetch = [maven, "-B", "-q", "-f", f"{name}/pom.xml", COPY, "-DincludeScope=runtime"]
        goal = ["-DexcludeTypes=pom", f"-DoutputDirectory={name}/lib"]
        done = subprocess.run([*fetch, *goal], capture_output=True, text=True, check=False)
        if done.returncode:
            raise NoServerError(f"Maven cannot fetch Neo4j ({done.stdout.strip()[:300]})")
        if not folder.exists():
            (Path(name) / "lib").rename(folder)
    return folder


def _docker_answers() -> bool:
    docker = shutil.which("docker")
    return docker is not None and not _docker("info", check=False).returncode


@contextmanager
def _in_docker() -> Iterator[Server]:
    port = _free_port()
    server = Server(f"bolt://127.0.0.1:{port}", password=secrets.token_urlsafe(16))
    settings = {
        "NEO4J_PASSWORD": server.password,
        "NEO4J_BOLT_PORT": str(port),
        "NEO4J_HTTP_PORT": str(_free_port()),
    }
    compose = ["compose", "-f", str(ROOT / "docker-compose.yml"), "-p", f"kg-test-{port}"]
    try:
        _docker(*compose, "up", "--wait", "neo4j", settings=settings)
        yield server
    finally:
        _docker(*compose, "down", "--volumes", settings=settings)


def _docker(
    *words: str, check: bool = True, settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["docker", *words],
        env=os.environ | dict(settings or {}),
        check=check,
        capture_output=True,
        text=True,
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
