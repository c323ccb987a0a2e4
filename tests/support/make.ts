/** The one set of factories: complete records of every kind, made from the kinds' own definitions. */
import { actorFor, type Role } from "@/lib/auth/actor";
import { publish } from "@/lib/desk/publish/publish";
import { createDraft } from "@/lib/desk/write/save";
import type { Outcome, Target, Written } from "@/lib/desk/outcome";
import { countryCodes } from "@/lib/domain/countries";
import type { Typed } from "@/lib/domain/fields/field";
import type { Kind } from "@/lib/domain/kinds/define-kind";
import { kindOf, type KindKey } from "@/lib/domain/kinds/registry";

let made = 0;

/** An actor of a role, with a name of its own. */
export function someone(role: Role, name = `Test ${role}`, limitedTo: readonly string[] | null = null) {
  made += 1;
  const id = `00000000-0000-7000-8000-${String(made).padStart(12, "0")}`;
  return actorFor({ id, name, role, isLimited: limitedTo !== null, limitedTo: limitedTo ?? [] });
}

const editor = someone("editor", "Test editor");

/** What was written, or a failed test. */
export function written(outcome: Outcome): Written {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** The smallest complete set of typed values for a kind that leaves no doubt: what is required, filled with made-up words. */
export function typedFor(kind: KindKey, parties: readonly [string, string], overrides: Typed = {}): Typed {
  made += 1;
  const countries = [...parties];
  return { ...fill(kindOf(kind), made, countries), ...undoubted[kind], ...overrides };
}

/** What records hold, though they need not, lest publication ask whether they are meant to be so bare. */
const undoubted: { [K in KindKey]?: Typed } = {
  tradeYear: { total: "1000000" },
  source: { publisher: "A made-up publisher" },
};

function fill({ fields, oneOf = [] }: Kind, number: number, countries: string[]): Typed {
  const required = Object.entries(fields).filter(([key, field]) => !field.optional || key === oneOf[0]);
  return Object.fromEntries(
    required.flatMap(([key, field]) => {
      const value = field.sample({ key, number, countries });
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

const pairs = pairOf();
function* pairOf(): Generator<[string, string]> {
  for (const a of countryCodes) for (const b of countryCodes) if (a < b) yield [a, b];
}

/** Two countries that no other record of this test run is about. */
export function nextPair(): [string, string] {
  return pairs.next().value as [string, string];
}

/** A published source. */
export async function makeSource(overrides: Typed = {}): Promise<Target> {
  return publishNew("source", null, typedFor("source", ["KZ", "MX"], overrides));
}

interface MadeDossier {
  id: string;
  version: number;
  parties: [string, string];
  source: string;
}

/** A published dossier of two countries of its own, with a published source to cite. */
export function makeDossier(): Promise<MadeDossier> {
  return makeDossierThat({});
}

/** A published dossier that says what is typed here; of two countries of its own unless told of which. */
export async function makeDossierThat(overrides: Typed, parties = nextPair()): Promise<MadeDossier> {
  const source = (await makeSource()).id;
  const typed = typedFor("dossier", parties, { citations: [{ source }], ...overrides });
  const { id, version } = await publishNew("dossier", null, typed);
  return { id, version, parties, source };
}

type InDossier = MadeDossier;

/** A draft in a dossier, complete but for what `overrides` say, citing the dossier's source. */
export async function makeDraft(
  kind: KindKey,
  dossier: InDossier,
  overrides: Typed = {},
): Promise<Target & { typed: Typed }> {
  const typed = typedFor(kind, dossier.parties, { citations: [{ source: dossier.source }], ...overrides });
  const { id, version } = written(await createDraft(editor, { kind, dossierId: dossier.id }, typed));
  return { kind, id, version, typed };
}

/** A published record in a dossier. */
export async function makePublished(
  kind: KindKey,
  dossier: InDossier,
  overrides: Typed = {},
): Promise<Target & { typed: Typed }> {
  const draft = await makeDraft(kind, dossier, overrides);
  const { version } = written(await publish(editor, draft, draft.typed, { confirmed: "all" }));
  return { ...draft, version };
}

async function publishNew(kind: KindKey, dossierId: string | null, typed: Typed): Promise<Target> {
  const draft = written(await createDraft(editor, { kind, dossierId }, typed));
  const target = { kind, id: draft.id, version: draft.version };
  const { version } = written(await publish(editor, target, typed, { confirmed: "all" }));
  return { kind, id: draft.id, version };
}
