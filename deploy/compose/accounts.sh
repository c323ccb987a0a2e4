#!/bin/sh
# The two accounts of deploy/README.md, made once, when PostgreSQL's folder is empty.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=owner_password="$ENTENTE_OWNER_PASSWORD" --set=site_password="$ENTENTE_SITE_PASSWORD" <<'SQL'
CREATE ROLE entente_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE entente_site LOGIN PASSWORD :'site_password';
CREATE ROLE entente_app NOLOGIN;
GRANT entente_app TO entente_owner WITH ADMIN OPTION;
GRANT entente_app TO entente_site;
CREATE DATABASE entente OWNER entente_owner ENCODING 'UTF8' TEMPLATE template0;
SQL
