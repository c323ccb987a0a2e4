/** Fifty editors saving, in a process of their own; says when they begin, and the p95 of a save at the end. */
import { closeDatabase, database } from "@/lib/data/client";
import { percentile } from "./figures";
import { savesOf } from "./saves";

await database().$queryRaw`SELECT 1`;
process.send?.("begun");
process.send?.(percentile(await savesOf(50, Number(process.argv[2])), 0.95));
await closeDatabase();
process.disconnect();
