-- Null until something is autosaved: nothing has to be filled.
-- AlterTable
ALTER TABLE "Entry" ADD COLUMN     "autosavedAt" TIMESTAMPTZ(3),
ADD COLUMN     "tabEdit" INTEGER,
ADD COLUMN     "tabId" UUID,
ADD COLUMN     "unreadable" JSONB;

-- What was typed and not saved is made one revision once another sitting writes over it.
ALTER TABLE "Revision" DROP CONSTRAINT "Revision_action_check";
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_action_check" CHECK ("action" IN ('create', 'save', 'autosave', 'publish', 'restore'));
