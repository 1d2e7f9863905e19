# kg with all it needs, run by a user without rights: docker build -t kg . && docker run --rm kg --help
FROM python:3.13-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/kg
COPY requirements.txt .
RUN /opt/kg/bin/pip install --no-cache-dir --require-hashes --no-deps -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY cypher cypher
COPY kg kg
RUN /opt/kg/bin/pip install --no-cache-dir --no-build-isolation --no-deps . \
 && /opt/kg/bin/pip uninstall --yes hatchling trove-classifiers pip

FROM python:3.13-slim-bookworm
RUN useradd --create-home --uid 10001 kg
COPY --from=build /opt/kg /opt/kg
ENV PATH=/opt/kg/bin:$PATH
USER 10001
WORKDIR /home/kg
COPY seeds seeds
ENTRYPOINT ["kg"]
CMD ["--help"]
