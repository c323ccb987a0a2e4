/** Templates of records, kept by a team: what new records of a kind can begin with, in one dossier or in all. */
import "server-only";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { type Actor, demand } from "@/lib/auth/actor";
import { noteAct } from "@/lib/auth/audit";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { Typed } from "@/lib/domain/fields/field";
import { begunByTemplate, type TemplateHolds, templateOf } from "@/lib/domain/kept-template";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { contextOf, type Sides } from "@/lib/domain/sides";
import { openEntry } from "../read/open";
import { type NamingOutcome, namedOnce, readName } from "./read-name";

export interface RecordTemplate {
  id: string;
  kind: KindKey;
  name: string;
  /** The dossier that it is for; null for all. */
  dossier: { id: string; title: string } | null;
  madeByName: string;
}

const naming = { max: 80, empty: "template.empty" };
/** No more of one kind are kept. */
const most = 100;

const shown = {
  ...{ id: true, kind: true, name: true, madeByName: true },
  dossier: { select: { id: true, title: true } },
} as const;

/** That a template is for all dossiers, or for one that the actor may see. */
function templateWithin({ limitedTo }: Actor): { AND?: Prisma.RecordTemplateWhereInput } {
  return limitedTo === null
    ? {}
    : { AND: { OR: [{ dossierId: null }, { dossierId: { in: [...limitedTo] } }] } };
}

/** The templates that are kept, by kind and name: those of a kind that serve in a dossier, or all. */
export async function recordTemplates(
  actor: Actor,
  of?: { kind: KindKey; dossierId: string | null },
): Promise<RecordTemplate[]> {
  demand(actor, "read");
  const rows = await database().recordTemplate.findMany({
    where: {
      ...templateWithin(actor),
      ...(of && {
        kind: of.kind,
        OR: [{ dossierId: null }, ...(of.dossierId ? [{ dossierId: of.dossierId }] : [])],
      }),
    },
    select: shown,
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    take: 1000,
  });
  return rows.map((row) => ({ ...row, kind: row.kind as KindKey }));
}

/** Keeps what a record's working copy says as a template, for its dossier or for all. */
export async function keepTemplate(
  actor: Actor,
  asked: { kind: KindKey; id: string; name: string; holds: TemplateHolds; isForAll: boolean },
): Promise<NamingOutcome> {
  demand(actor, "publish");
  const { kind } = asked;
  const read = readName(asked.name, naming);
  if (!read.ok) return read;
  const entry = await openEntry(actor, kind, asked.id);
  if (!entry) return { ok: false, code: "template.noRecord" };
  const { name } = read;
  const values = templateOf(kindOf(kind), entry.typed, asked.holds, contextOf(entry.dossier?.sides ?? null));
  const dossierId = asked.isForAll ? null : (entry.dossier?.id ?? null);
  if (dossierId === null) demand(actor, "setForAll");
  return namedOnce(name, "template.taken", () =>
    database().$transaction(async (tx): Promise<NamingOutcome> => {
      if ((await tx.recordTemplate.count({ where: { kind } })) >= most)
        return { ok: false, code: "template.tooMany", params: { max: most } };
      await tx.recordTemplate.create({
        data: {
          ...{ id: uuidv7(), kind, name, dossierId },
          ...{ values: values as Prisma.InputJsonObject, madeById: actor.id, madeByName: actor.name },
        },
      });
      await noteAct(tx, actor, { action: "template.keep", subject: kind, detail: { name } });
      return { ok: true, name };
    }),
  );
}

/** Renames a template, or takes it away where no name is given. */
export async function changeTemplate(
  actor: Actor,
  id: string,
  change: { do: "rename"; name: string } | { do: "remove" },
): Promise<NamingOutcome> {
  demand(actor, "publish");
  const read = change.do === "rename" ? readName(change.name, naming) : null;
  if (read && !read.ok) return read;
  return namedOnce(read?.name ?? "", "template.taken", () =>
    database().$transaction(async (tx): Promise<NamingOutcome> => {
      const seen = await tx.recordTemplate.findUnique({
        where: { id, ...templateWithin(actor) },
        select: { kind: true, name: true, dossierId: true },
      });
      if (!seen) return { ok: false, code: "template.gone" };
      if (seen.dossierId === null) demand(actor, "setForAll");
      const name = read?.name ?? seen.name;
      const { count } = read
        ? await tx.recordTemplate.updateMany({ where: { id }, data: { name } })
        : await tx.recordTemplate.deleteMany({ where: { id } });
      if (count === 0) return { ok: false, code: "template.gone" };
      await noteAct(tx, actor, { action: `template.${change.do}`, subject: seen.kind, detail: { name } });
      return { ok: true, name };
    }),
  );
}

export interface OpenTemplate {
  id: string;
  name: string;
  dossierId: string | null;
  typed: Typed;
  /** The keys of what it says that forms of today cannot show. */
  unread: string[];
}

/** What a new record begins with by a template, among the sides of its dossier; null where there is no such template of the kind. */
export async function openTemplate(
  actor: Actor,
  kind: KindKey,
  id: string,
  sidesOf: (dossierId: string | null) => Promise<Sides | null>,
): Promise<OpenTemplate | null> {
  demand(actor, "read");
  if (!z.uuid().safeParse(id).success) return null;
  const row = await database().recordTemplate.findUnique({ where: { id, kind, ...templateWithin(actor) } });
  if (!row) return null;
  const { name, dossierId, values } = row;
  const begun = begunByTemplate(kindOf(kind), values, contextOf(await sidesOf(dossierId)));
  return { id, name, dossierId, ...begun };
}
