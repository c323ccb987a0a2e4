/** What an event of the audit log says, as its seal hashes it. */

/**
 * SQL for the text of an event `e`: the same in every time zone, on every server, and after a restore, as jsonb has but one
 * way to write a value. A column that comes later is not part of what older seals hold: it would need a text of its own.
 */
export const eventText = `jsonb_build_array(
  e."id"::text, round(extract(epoch FROM e."at") * 1000)::bigint, e."byId"::text, e."byName", e."action", e."subject",
  e."entryId"::text, e."version", e."detail", e."network", e."requestId")::text`;

/** SQL that tells whether an event tells of accounts: a backup without people leaves these out. */
export const isPersonal = `e."action" LIKE 'account.%'`;
