import type { ChainReport } from "@/lib/audit/verify-chain";
import { verifyChain } from "@/lib/audit/verify-chain";
import { pruneEvents } from "@/lib/audit/prune-events";
import { withConnection } from "@/lib/database/connection";
import { env } from "@/lib/env";
import { type Command, Failure, say, WrongUse } from "../command";
import { onDatabase } from "../database";
import { readOptions } from "../options";

/** Proves the audit log, and removes of it what is older than it is to be kept. */
export const audit: Command = {
  usage: "audit verify [--head HASH]\naudit prune",
  help: `verify  compares every event with its seal and every seal with the one before, and prints the last seal's hash, the
        head. Exits 1 at the first event that was altered, removed or inserted, and names it. With --head it must find
        that head, as the server's log or an earlier call told it: without one, the newest seals could have been cut off.
prune   removes events that are older than ENTENTE_AUDIT_DAYS says, but for withdrawals of records, which keep
        readers from what was withdrawn; their seals stay, and the log says what was removed`,
  async run([verb, ...args]) {
    if (verb === "verify") return verify(args);
    if (verb === "prune") return prune(args);
    throw new WrongUse(verb ? `There is no "audit ${verb}".` : "Say what to do with the audit log.");
  },
};

async function verify(args: string[]): Promise<number> {
  const { words, given } = readOptions(args, { values: ["head"] });
  if (words[0]) throw new WrongUse(`"${words[0]}" was not expected.`);
  const { head } = given;
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
    throw new WrongUse("--head is a hash of 64 digits.");
  const report = await onDatabase((url) => withConnection(url, (client) => verifyChain(client, head)));
  const wrong = saysFault(report.fault);
  if (wrong) throw new Failure(`${wrong} Before it, ${saysWhole(report)}`);
  say(saysWhole(report));
  if (report.missing > 0)
    say(
      `${report.missing} sealed events are not there any more, as the log itself says: pruned or left out of a backup.`,
    );
  if (report.unsealed > 0)
    say(`${report.unsealed} events since ${report.unsealedSince?.toISOString()} are not sealed yet.`);
  say(report.head ? `Head: ${report.head.hash} (seal ${report.head.no})` : "There is no seal yet.");
  return 0;
}

const saysWhole = ({ seals, present }: ChainReport) =>
  `${present} events under ${seals} seals are as they were sealed.`;

function saysFault(fault: ChainReport["fault"]): string | null {
  switch (fault?.fault) {
    case undefined:
      return null;
    case "altered":
      return `Event ${fault.seq} (${fault.id}) was altered.`;
    case "inserted":
      return `Event ${fault.seq} (${fault.id}) was inserted.`;
    case "removed":
      return `Event ${fault.seq} was removed.`;
    case "seal":
      return `Seal ${fault.no} was altered, or the one before it is not there.`;
    case "head":
      return "That head is not in the chain: its end was cut off, or made anew.";
  }
}

async function prune(args: string[]): Promise<number> {
  if (args[0]) throw new WrongUse(`"${args[0]}" was not expected.`);
  const { auditDays } = env();
  if (auditDays === undefined) throw new Failure("ENTENTE_AUDIT_DAYS is not set: events are kept for good.");
  const before = new Date(Date.now() - auditDays * 24 * 60 * 60 * 1000);
  const pruned = await onDatabase((url) =>
    withConnection(url, (client) => pruneEvents(client, before, "Operator")),
  );
  say(pruned ? `Removed ${pruned.events} events up to ${pruned.upTo}.` : "There is nothing to remove.");
  return 0;
}
