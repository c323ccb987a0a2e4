/** Records that name a person by a plain name, and how they come to refer to that person. */
import "server-only";
import { z } from "zod";
import { type Actor, demand, may } from "@/lib/auth/actor";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { Held } from "@/lib/domain/fields/field";
import { typedFrom } from "@/lib/domain/fields/set";
import { kindKeyOf, kindKeys, kindOf, type KindKey } from "@/lib/domain/kinds/registry";
import { type KnownAs, namesPeople, withPerson } from "@/lib/domain/named-people";
import { within } from "../limits";
import type { EntryName, EntryState } from "../outcome";
import { publish } from "../publish/publish";
import { holdsWord, wordsIn } from "../read/holds-word";
import { saveDraft } from "../write/save";

/** So many records are found, and linked in one act, at most. */
const most = 100;
/** By so many of their names a person is looked for. */
const mostNames = 20;

/** A record in whose working copy one of the person's names stands alone. */
export interface PlainlyNamed extends EntryName {
  version: number;
  state: EntryState;
  /** Its values with the person referred to. */
  values: Held;
}

/** The person, as far as it takes to tell who is meant; null while they have no name or no country. */
async function knownAs(id: string): Promise<KnownAs | null> {
  const entry = await database().entry.findUnique({
    where: { id, kind: "person", state: { not: "trashed" } },
    select: { draft: true },
  });
  const {
    name,
    names = [],
    country,
  } = (entry?.draft ?? {}) as {
    name?: string;
    names?: { name?: string }[];
    country?: string;
  };
  const all = [name, ...names.map((one) => one.name)].filter((one) => one !== undefined).slice(0, mostNames);
  return country && all.length > 0 ? { id, names: all, country } : null;
}

const naming = kindKeys.filter((key) => namesPeople(kindOf(key)));

/**
 * The records that name a person by a plain name, of the same country, and by no reference: a hundred at most, those
 * saved last first. A person without a country is taken for none of them: many people share a name.
 */
export async function plainlyNamed(actor: Actor, personId: string): Promise<PlainlyNamed[]> {
  demand(actor, "read");
  if (!z.uuid().safeParse(personId).success) return [];
  const person = await knownAs(personId);
  if (!person) return [];
  const holds = person.names.map(
    (name) => Prisma.sql`(${Prisma.join(wordsIn(name).map(holdsWord), " AND ")})`,
  );
  const rows = await database().$queryRaw<Row[]>`
    SELECT e."id", e."kind", e."title", e."version", e."state", e."draft" FROM "Entry" e
    WHERE e."kind" = ANY(${naming}) AND e."state" <> 'trashed' AND e."unreadable" IS NULL AND ${within(actor)} AND (${Prisma.join(holds, " OR ")})
      AND NOT EXISTS (SELECT FROM "EntryLink" l WHERE l."toId" = ${personId}::uuid AND l."fromId" = e."id")
    ORDER BY e."updatedAt" DESC, e."id" DESC LIMIT ${most}`;
  return rows.flatMap(({ draft, ...row }) => {
    const kind = kindKeyOf(row.kind);
    const values = withPerson(kindOf(kind), draft, person);
    return values ? [{ ...row, kind, values }] : [];
  });
}

type Row = { id: string; kind: string; title: string; version: number; state: EntryState; draft: Held };

/** What became of the records that name a person by a plain name. */
export interface LinkedNames {
  /** How many refer to the person now. */
  linked: number;
  /** Those of them that readers see once they are published, as their other changes. */
  waiting: EntryName[];
  /** Those that could not be saved, or published: another saved them meanwhile, or something is wrong with them. */
  left: EntryName[];
}

/**
 * Has the records that name a person by a plain name refer to that person. One that is published as it stands is
 * published with it, where the actor may; any other is saved. Each is a write of its own, as if done by hand.
 */
export async function linkNames(actor: Actor, personId: string): Promise<LinkedNames> {
  demand(actor, "write");
  const done: LinkedNames = { linked: 0, waiting: [], left: [] };
  for (const { id, kind, title, version, state, values } of await plainlyNamed(actor, personId)) {
    const typed = typedFrom(kindOf(kind).fields, values);
    const target: { id: string; kind: KindKey; version: number } = { id, kind, version };
    const isPublished = state === "published" && may(actor, "publish");
    // Nothing but the reference is new: what was doubtful before was answered when it was published.
    const outcome = isPublished
      ? await publish(actor, target, typed, { confirmed: "all" })
      : await saveDraft(actor, target, typed);
    const name = { id, kind, title };
    if (!outcome.ok) done.left.push(name);
    else {
      done.linked += 1;
      if (outcome.state === "changed") done.waiting.push(name);
    }
  }
  return done;
}
