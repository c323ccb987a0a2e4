-- What was published and what was withdrawn, in the order in which it was: for lists of changes.
CREATE INDEX "Revision_published_idx" ON "Revision" ("at" DESC, "id" DESC) WHERE "action" = 'publish';
CREATE INDEX "AuditEvent_withdrawn_idx" ON "AuditEvent" ("at" DESC, "id" DESC) WHERE "action" IN ('unpublish', 'trash');
