"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readForm, tampered } from "@/lib/auth/read-form";
import { restoreRevision as restore } from "@/lib/desk/read/revisions";
import { kinds } from "@/lib/domain/kinds/registry";
import type { SignedOut } from "@/components/desk/sending/sent-form";
import { orReason } from "../wording/answers";
import { forSender } from "./or-signed-out";
import { sentTarget } from "./sent-target";

const sent = z.strictObject({
  ...sentTarget,
  revision: z.uuid(),
  /** All of it, or what is ticked. */
  what: z.enum(["all", "ticked"]),
});

/** No two versions of a record can differ in more places, and no place has a longer path. */
const most = { paths: 2000, length: 200 };

export type RestoreAnswer =
  | { reason: "stale"; by: string }
  | { reason: "nothingTicked" | "refused" | "refusedState" | "forbidden" | "unavailable" }
  | SignedOut
  | null;

/** Makes an earlier version, or what is ticked of it, the draft again and goes back to the record; says why where it cannot. */
export async function restoreRevision(_last: RestoreAnswer, form: FormData): Promise<RestoreAnswer> {
  const { ticked, rest } = withoutPaths(form);
  const { kind, id, version, revision, what } = readForm(rest, sent);
  if (what === "ticked" && ticked.length === 0) return { reason: "nothingTicked" };
  const paths = what === "ticked" ? ticked : null;
  const answer = forSender("write", form, async (actor): Promise<RestoreAnswer> => {
    const outcome = await restore(actor, { kind, id, version }, revision, paths);
    if (outcome.ok) redirect(`/admin/${kinds[kind].path}/${id}?did=restore`);
    if (outcome.reason === "stale") return { reason: "stale", by: outcome.by };
    return { reason: outcome.reason === "blocked" ? "refusedState" : "refused" };
  });
  return answer.catch(orReason);
}

/** The places that are ticked, and the form without them. @throws {TamperedRequest} for what no form of ours sends. */
function withoutPaths(form: FormData): { ticked: string[]; rest: FormData } {
  const ticked: string[] = [];
  const rest = new FormData();
  // A program that calls an action directly may give it anything.
  if (!(form instanceof FormData)) throw tampered("no form came");
  for (const [name, value] of form) {
    if (name !== "path") rest.append(name, value);
    else if (typeof value !== "string" || value.length > most.length || ticked.length >= most.paths)
      throw tampered("path: no place in a record");
    else ticked.push(value);
  }
  return { ticked, rest };
}
