# Two stages: the first installs from the hash-pinned lock, the second holds only Python and the result.
FROM python:3.13-slim AS build
WORKDIR /source
RUN python -m venv /opt/votedesk
COPY requirements.lock ./
RUN /opt/votedesk/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
COPY . .
RUN /opt/votedesk/bin/pip install --no-cache-dir --disable-pip-version-check --no-index --no-deps --no-build-isolation . \
    && /opt/votedesk/bin/pip uninstall --yes --quiet setuptools pip

FROM python:3.13-slim
RUN useradd --uid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin votedesk && install --directory --owner votedesk /data
COPY --from=build /opt/votedesk /opt/votedesk
ENV PATH=/opt/votedesk/bin:$PATH PYTHONUNBUFFERED=1 VOTEDESK_DATA_DIR=/data
USER votedesk
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=60s --timeout=10s --start-period=10s CMD ["votedesk", "doctor", "--json"]
ENTRYPOINT ["votedesk"]
CMD ["--help"]
