#!/bin/sh
# Writes a backup with its time in its name, and then removes those that are older than they are kept. Run in the project's
# folder, with the application's environment, by entente-backup.service or the backup of compose.yaml.
set -eu
umask 077
folder=${BACKUP_FOLDER:-/var/backups/entente}
days=${BACKUP_DAYS:-30}
people=${BACKUP_PEOPLE:-no}
file="$folder/entente-$(date -u +%Y%m%dT%H%M%SZ).backup"
if [ "$people" = yes ]; then set -- --with-people; else set --; fi
node --conditions=react-server --import tsx cli/main.ts backup "$file" "$@"
# Only after a whole one was written: a backup that fails every night removes nothing.
find "$folder" -maxdepth 1 -name 'entente-*.backup' -mtime "+$days" -delete
