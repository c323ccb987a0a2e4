/** How many reports of errors are taken: from one network, and in all. */
import "server-only";
import { consumeInTurn } from "./limiters";
import { networkKey } from "./throttle-keys";

/** Counts a report from a network address; false where there have been too many in the last hour, from its network or in all. */
export async function countReport(address: string): Promise<boolean> {
  const counted = await consumeInTurn(["report:network", networkKey(address)], ["report:all", "all"]);
  return !("seconds" in counted);
}
