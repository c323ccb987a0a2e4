-- AlterTable: a further visitor of a joint delegation may be of another country than the visitor.
ALTER TABLE "VisitDelegate" ADD COLUMN     "country" TEXT;
