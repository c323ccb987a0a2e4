/** The list of subjects of agreements, as editors keep it: they add to it and rename, and nothing is taken out of it. */
import "server-only";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database } from "@/lib/database/client";
import { announceSetting } from "../publish/announce";
import { cacheTag } from "@/lib/domain/cache-tags";
import { slugify } from "@/lib/domain/slugify";
import { isDefaultSubject, type KeptSubject, subjectKeys } from "@/lib/domain/subjects";
import { tampered } from "@/lib/auth/read-form";
import { readName } from "./read-name";

/** What became of a change; a problem is a code under `problems`, with what its words need. */
export type SubjectOutcome =
  { ok: true; key: string } | { ok: false; code: string; params?: Record<string, string | number> };

const naming = { max: 80, empty: "subject.empty" };
/** As many as a list of choices can show. */
const most = 200;

/** The subjects that the desk keeps, by name. */
export async function subjectsAtDesk(actor: Actor): Promise<KeptSubject[]> {
  demand(actor, "read");
  return database().subject.findMany({ select: { key: true, name: true }, orderBy: { name: "asc" } });
}

/** Adds a subject of this name; refused where one has its key or its name already. */
export async function addSubject(actor: Actor, typed: string): Promise<SubjectOutcome> {
  demand(actor, "setForAll");
  const read = readName(typed, naming);
  if (!read.ok) return read;
  const key = slugify(read.name, "subject").slice(0, 60).replace(/-$/, "");
  const kept = await subjectsAtDesk(actor);
  if (kept.length >= most) return { ok: false, code: "subject.tooMany", params: { max: most } };
  if (subjectKeys(kept).includes(key)) return { ok: false, code: "subject.taken" };
  return keep(actor, "subject.add", key, read.name);
}

/** Gives a subject, also a default one, another name. Its key stays, and with it the addresses of lists. */
export async function renameSubject(actor: Actor, key: string, typed: string): Promise<SubjectOutcome> {
  demand(actor, "setForAll");
  const kept = await subjectsAtDesk(actor);
  if (!subjectKeys(kept).includes(key)) throw tampered(`No subject ${key}`);
  const read = readName(typed, naming);
  return read.ok ? keep(actor, "subject.rename", key, read.name) : read;
}

/** Whether these are keys of subjects, default or kept; asks the database only for what no default is. */
export async function areSubjects(keys: readonly string[]): Promise<boolean> {
  const further = [...new Set(keys)].filter((key) => !isDefaultSubject(key));
  if (further.length === 0) return true;
  return (await database().subject.count({ where: { key: { in: further } } })) === further.length;
}

async function keep(
  actor: Actor,
  action: "subject.add" | "subject.rename",
  key: string,
  name: string,
): Promise<SubjectOutcome> {
  await database().$transaction(async (tx) => {
    await tx.subject.upsert({ where: { key }, create: { key, name }, update: { name } });
    await noteAct(tx, actor, { action, subject: key, detail: { name } });
    await announceSetting(tx, { kind: "agreement", key }, [cacheTag.subjects()]);
  });
  return { ok: true, key };
}
