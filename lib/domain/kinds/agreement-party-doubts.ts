/** What is asked of who an agreement's parties are, where its signatories are two countries: registers list those whole. */
import { countryInText } from "../countries";
import { areOfOneSide } from "../sides";
import type { Acted, Action } from "./agreement-status";
import { sidesOf } from "./predecessor-rules";
import type { KindContext } from "./rules";

type ActionType = NonNullable<Action["action"]>;

const signings: readonly ActionType[] = ["signature", "definitive-signature"];

/** How a country consents that need not sign: one of an exchange of notes accepts, a successor signed nothing itself. */
const consents: readonly ActionType[] = [
  ...signings,
  "acceptance",
  "accession",
  "succession",
  "formal-confirmation",
];

/** What only a party does. Others accede, succeed, keep the register or are the depositary that notifies. */
const ofParties: readonly ActionType[] = [
  ...signings,
  "ratification",
  "acceptance",
  "approval",
  "formal-confirmation",
  "provisional-application",
  "suspension",
  "withdrawal",
  "denunciation",
];

/** The rules, for the agreement's definition. */
export const agreementPartyDoubts = [
  {
    severity: "doubt",
    on: "signatories",
    says: "doubt.agreement.listedTwice",
    holds: ({ signatories = [] }: Acted) => {
      const named = signatories.filter(({ party, name }) => party ?? name);
      return new Set(named.map(signatoryKey)).size === named.length;
    },
  },
  {
    severity: "doubt",
    on: "signatories",
    says: "doubt.agreement.neverSigned",
    isOfUnfinished: true,
    holds: ({ signatories, actions }: Acted, context: KindContext) =>
      notSigned({ signatories, actions }, context) === undefined,
    params: (agreement: Acted, context: KindContext) => named(notSigned(agreement, context)),
  },
  {
    severity: "doubt",
    on: "actions",
    says: "doubt.agreement.actsAsNoParty",
    holds: ({ signatories, actions }: Acted, context: KindContext) =>
      noParty({ signatories, actions }, context) === undefined,
    params: (agreement: Acted, context: KindContext) => named(noParty(agreement, context)),
  },
] as const;

/** A signatory apart from its row: several bodies of one country may sign. */
function signatoryKey({ party, name, body }: { party?: string; name?: string; body?: string }): string {
  return JSON.stringify([party, name, body].map((one) => one?.trim().toLowerCase() ?? ""));
}

/** The two countries that an agreement lists as its signatories; undefined where they are others, more or fewer. */
function twoCountries({ signatories = [] }: Acted): [string, string] | undefined {
  const codes = signatories.map(({ party }) => party);
  const [one, other, ...more] = new Set(codes);
  return one !== undefined && other !== undefined && more.length === 0 ? [one, other] : undefined;
}

/** The one of two signatories that does not sign where the other one's signing is recorded. */
function notSigned(agreement: Acted, context: KindContext): string | undefined {
  const two = twoCountries(agreement);
  const { actions = [] } = agreement;
  if (!two || !actions.some(({ action }) => action && signings.includes(action))) return undefined;
  const consented = actions.filter(({ action }) => action && consents.includes(action));
  // A signature whose country is not given by its code may be of either.
  if (!consented.every(({ party }) => isOneCountry(party))) return undefined;
  return two.find((country) => !consented.some(({ party }) => party && isSame(party, country, context)));
}

/** The country that does what only a party does, and is none of the two signatories, nor became a party later. */
function noParty(agreement: Acted, context: KindContext): string | undefined {
  const two = twoCountries(agreement);
  const { actions = [] } = agreement;
  if (!two || actions.some(({ party }) => party === "all")) return undefined;
  const joined = actions.filter(({ action }) => action === "accession" || action === "succession");
  const parties = [...two, ...joined.flatMap(({ party }) => party ?? [])];
  return actions.find(
    ({ action, party }) =>
      action !== undefined &&
      ofParties.includes(action) &&
      isOneCountry(party) &&
      !parties.some((one) => isSame(one, party, context)),
  )?.party;
}

function isOneCountry(party: string | undefined): party is string {
  return party !== undefined && party !== "both" && party !== "all";
}

function isSame(one: string, other: string, context: KindContext): boolean {
  const sides = sidesOf(context);
  return sides ? areOfOneSide(one, other, sides) : one === other;
}

/** What the words of such a doubt name. */
function named(country: string | undefined): { country: string } {
  return { country: country ? countryInText(country) : "" };
}
