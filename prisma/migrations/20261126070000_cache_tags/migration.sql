-- What a publication touches of what pages show: exactly the documents that show some of it are made anew. Rows of
-- earlier versions have none, and count as touching everything.
ALTER TABLE "Outbox" ADD COLUMN "tags" TEXT[];
