# syntax=docker/dockerfile:1

# The bot, for amd64 and arm64: docker buildx build --platform linux/amd64,linux/arm64 .
# With the libraries that draw posters: --build-arg REQUIREMENTS=requirements-posters.txt
# With those that hear voice messages besides: --build-arg REQUIREMENTS=requirements-voice.txt
# With the posters' and what looks at the meaning of a question: --build-arg REQUIREMENTS=requirements-semantic.txt

ARG PYTHON=3.13-slim-bookworm

FROM python:${PYTHON} AS build
ARG REQUIREMENTS=requirements-bot.txt
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /src
RUN python -m venv /opt/campanile
COPY ${REQUIREMENTS} requirements.txt
RUN /opt/campanile/bin/python -m pip install --quiet --require-hashes --no-deps --only-binary :all: --requirement requirements.txt
COPY . .
RUN /opt/campanile/bin/python -m pip install --quiet --no-index --no-deps --no-build-isolation . \
    && /opt/campanile/bin/python -m compileall -q /opt/campanile/lib \
    && /opt/campanile/bin/python -m pip uninstall --quiet --yes setuptools pip

FROM python:${PYTHON}
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin campanile \
    && install --directory --owner campanile --group campanile --mode 0700 /srv/campanile/data
COPY --from=build /opt/campanile /opt/campanile
ENV PATH=/opt/campanile/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
# Nothing but this volume, and /tmp, is ever written: the root may be read-only.
WORKDIR /srv/campanile
VOLUME /srv/campanile/data
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --start-period=60s --interval=60s --timeout=10s CMD ["campanile", "healthy"]
ENTRYPOINT ["campanile"]
CMD ["run"]
