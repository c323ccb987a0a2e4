/** Makes the browser tests' database: tables, the first dossier, one account for each role. */
import { createUser } from "@/lib/auth/accounts";
import { operator } from "@/lib/auth/actor";
import { closeDatabase } from "@/lib/database/client";
import { applyMigrations } from "@/lib/operations/migrations";
import { required } from "@/lib/env";
import { seed } from "@/prisma/seed";
import { people } from "./people";

await applyMigrations({ root: "prisma" }, required("directDatabaseUrl"));
await seed();
for (const { role, name, email, password } of Object.values(people)) {
  const outcome = await createUser(operator(), { role, name, email, password });
  if (!outcome.ok) throw new Error(`${email}: ${outcome.reason}`);
}
await closeDatabase();
