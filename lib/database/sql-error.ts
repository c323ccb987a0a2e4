/** What PostgreSQL refused a statement with, taken out of the error in which Prisma hands it on. */
import "server-only";
import { z } from "zod";
import { Prisma } from "./generated/client";

export interface SqlError {
  /** PostgreSQL's own code (SQLSTATE), as `23505`. */
  code: string;
  /** The name of the constraint or unique index that was broken; null where it is about none. */
  constraint: string | null;
}

// As @prisma/adapter-pg reports it, for statements of Prisma's and for raw ones.
const adapterError = z.object({
  cause: z.object({
    originalCode: z.string(),
    constraint: z.object({ index: z.string() }).optional().catch(undefined),
  }),
});

/** PostgreSQL's error behind one of Prisma's; null for any other error. */
export function sqlErrorOf(error: unknown): SqlError | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  const { data } = adapterError.safeParse(error.meta?.driverAdapterError);
  return data ? { code: data.cause.originalCode, constraint: data.cause.constraint?.index ?? null } : null;
}

/** Whether a foreign key was broken: by a row that refers to nothing, or by taking away what is referred to. */
export function isForeignKey({ code }: SqlError): boolean {
  // Since version 18 a RESTRICT has a code of its own.
  return code === "23503" || code === "23001";
}

/** Whether a value was to stand twice that may stand only once. */
export function isUnique({ code }: SqlError): boolean {
  return code === "23505";
}
