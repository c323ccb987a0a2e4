-- Servers read the newest rows of the outbox alone: what they touch is in them. Older ones go, here and from now on
-- with each publication.
DELETE FROM "Outbox" WHERE "id" <= (SELECT max("id") FROM "Outbox") - 1000;
DROP INDEX "Outbox_of_idx";
DROP INDEX "Outbox_removed_idx";
DROP INDEX "Outbox_dossier_slug_idx";
