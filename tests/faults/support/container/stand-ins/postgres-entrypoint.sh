#!/bin/sh
# What the usual image does at its start, as far as deploy/compose.yaml goes by it: a folder of PostgreSQL's is made once, the scripts
# of /docker-entrypoint-initdb.d run while nobody can connect from outside, and then it listens everywhere, with passwords.
set -eu
: "${POSTGRES_PASSWORD:?}"
export POSTGRES_USER="${POSTGRES_USER:-postgres}"
if [ "$(id -u)" = 0 ]; then
  install --directory --owner=postgres --group=postgres --mode=1777 /var/lib/postgresql
  install --directory --owner=postgres --group=postgres --mode=0700 "$(dirname "$PGDATA")" "$PGDATA"
  chown postgres:postgres /var/run/postgresql
  exec setpriv --reuid=postgres --regid=postgres --clear-groups -- sh "$0" "$@"
fi
sockets="-c unix_socket_directories=/var/run/postgresql"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  printf '%s\n' "$POSTGRES_PASSWORD" > /tmp/password
  initdb --encoding=UTF8 --locale=C.UTF-8 --username="$POSTGRES_USER" --pwfile=/tmp/password --auth-local=trust --auth-host=scram-sha-256
  rm /tmp/password
  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  pg_ctl --pgdata="$PGDATA" --wait --options="$sockets -c listen_addresses=''" start
  for file in /docker-entrypoint-initdb.d/*.sh; do . "$file"; done
  pg_ctl --pgdata="$PGDATA" --wait --mode=fast stop
fi
exec postgres $sockets -c listen_addresses='*'
