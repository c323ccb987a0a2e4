/** How many reports of errors are taken: from one network, and in all. */
import "server-only";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { pool } from "@/lib/database/client";
import { consume } from "./throttle";
import { networkKey } from "./throttle-keys";

const hour = 60 * 60;
const allowed = { network: 10, all: 100 } as const;

type Limiters = Record<keyof typeof allowed, RateLimiterPostgres>;
const made = new WeakMap<object, Limiters>();

function limiters(): Limiters {
  const storeClient = pool();
  const known = made.get(storeClient);
  if (known) return known;
  const limiter = (name: keyof typeof allowed) =>
    new RateLimiterPostgres({
      ...{ storeClient, storeType: "pool", tableName: "rate_limit", tableCreated: true },
      ...{ keyPrefix: `report:${name}`, points: allowed[name], duration: hour },
    });
  const limits = { network: limiter("network"), all: limiter("all") };
  made.set(storeClient, limits);
  return limits;
}

/** Counts a report from a network address; false where there have been too many in the last hour, from its network or in all. */
export async function countReport(address: string): Promise<boolean> {
  const { network, all } = limiters();
  // What all send comes last: a network that has used its share up takes nothing from the others.
  if ("seconds" in (await consume(network, networkKey(address)))) return false;
  return !("seconds" in (await consume(all, "all")));
}
