"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readForm } from "@/lib/auth/read-form";
import { requireActor } from "@/lib/auth/session";
import type { Outcome, Target } from "@/lib/desk/outcome";
import { restoreRevision as restore } from "@/lib/desk/read/revisions";
import { kinds } from "@/lib/domain/kinds/registry";
import { reasonOf } from "../wording/answers";
import { sentTarget } from "./sent-target";

const sent = z.strictObject({
  ...sentTarget,
  revision: z.uuid(),
});

export type RestoreAnswer =
  | { reason: "stale"; by: string }
  | { reason: "refused" | "refusedState" | "forbidden" | "unavailable" }
  | null;

/** Makes an earlier version the draft again and goes back to the record; says why where it cannot. */
export async function restoreRevision(_last: RestoreAnswer, form: FormData): Promise<RestoreAnswer> {
  const { kind, id, version, revision } = readForm(form, sent);
  const outcome = await restored({ kind, id, version }, revision).catch(reasonOf);
  if (typeof outcome === "string") return { reason: outcome };
  if (outcome.ok) redirect(`/admin/${kinds[kind].path}/${id}?did=restore`);
  if (outcome.reason === "stale") return { reason: "stale", by: outcome.by };
  return { reason: outcome.reason === "blocked" ? "refusedState" : "refused" };
}

async function restored(target: Target, revision: string): Promise<Outcome> {
  return restore(await requireActor("write"), target, revision);
}
