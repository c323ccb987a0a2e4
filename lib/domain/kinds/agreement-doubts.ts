/** What an agreement's own statements say against each other. Each may be right: registers disagree with themselves. */
import { isBefore } from "../partial-date";
import { agreementOrderDoubts } from "./agreement-order-doubts";
import { agreementPartyDoubts } from "./agreement-party-doubts";
import { endingActions, inForceOf, signedOnOf } from "./agreement-status";
import { type actionTypes, type AgreementRelation, inverseRelations } from "./agreement-terms";
import { areOfOneSide } from "../sides";
import { inYears, outsideYears, sidesOf } from "./predecessor-rules";
import type { KindContext } from "./rules";

type ActionType = (typeof actionTypes)[number];

interface Action {
  party?: string;
  name?: string;
  action?: ActionType;
  date?: string;
  effective?: string;
}

interface Stated {
  originalTitle?: string;
  originalLanguage?: string;
  signatories?: readonly { party?: string; name?: string }[];
  actions?: readonly Action[];
  signedOn?: string;
  inForce?: "yes" | "no" | "unknown";
  relations?: readonly { relation?: AgreementRelation; other?: string }[];
}

const signatures: readonly ActionType[] = ["signature", "definitive-signature"];

/** The rules, for the agreement's definition. */
export const agreementDoubts = [
  {
    severity: "doubt",
    on: "inForce",
    says: "doubt.agreement.statusAgainstActions",
    holds: ({ inForce, signatories, actions }: Stated) => {
      const follows = inForceOf({ signatories, actions });
      return inForce === undefined || follows === "unknown" || follows === inForce;
    },
  },
  {
    severity: "doubt",
    on: "originalLanguage",
    says: "doubt.agreement.languageOfNoTitle",
    holds: ({ originalTitle, originalLanguage }: Stated) => !originalLanguage || Boolean(originalTitle),
  },
  {
    severity: "doubt",
    on: "signedOn",
    says: "doubt.agreement.signedOtherwise",
    holds: ({ signedOn, signatories, actions }: Stated) => {
      const follows = signedOnOf({ signatories, actions });
      return !signedOn || !follows || !(isBefore(signedOn, follows) || isBefore(follows, signedOn));
    },
  },
  {
    severity: "doubt",
    on: "actions",
    says: "doubt.agreement.actedBeforeSignature",
    // Entry into force before the signature is a doubt of its own.
    holds: ({ signedOn, actions = [] }: Stated) =>
      !signedOn ||
      !actions.some(
        ({ action, date }) =>
          date !== undefined &&
          action !== undefined &&
          action !== "entry-into-force" &&
          !signatures.includes(action) &&
          isBefore(date, signedOn),
      ),
  },
  {
    severity: "doubt",
    on: "actions",
    says: "doubt.agreement.endedBeforeInForce",
    holds: ({ signatories, actions = [] }: Stated) => {
      const began = actions.flatMap(({ action, date }) =>
        action === "entry-into-force" && date ? [date] : [],
      );
      return !endingActions({ signatories, actions }).some(
        ({ date }) => date !== undefined && began.length > 0 && began.every((one) => isBefore(date, one)),
      );
    },
  },
  {
    severity: "doubt",
    on: "relations",
    says: "doubt.agreement.endedByRelation",
    holds: ({ inForce, signatories, actions, relations = [] }: Stated) =>
      (inForce ?? inForceOf({ signatories, actions })) !== "yes" ||
      !relations.some(({ relation }) => relation === "replaced-by" || relation === "terminated-by"),
  },
  {
    severity: "doubt",
    on: "relations",
    says: "doubt.agreement.relatedBothWays",
    holds: ({ relations = [] }: Stated) =>
      !relations.some(({ relation, other }) => {
        if (!relation || !other || inverseRelations[relation] === relation) return false;
        return relations.some((one) => one.other === other && one.relation === inverseRelations[relation]);
      }),
  },
  ...agreementOrderDoubts,
  {
    severity: "doubt",
    on: "signatories",
    says: "doubt.agreement.partyMissing",
    isOfUnfinished: true,
    holds: ({ signatories = [] }: Stated, context: KindContext) => {
      const sides = sidesOf(context);
      return (
        signatories.length === 0 ||
        (sides?.parties ?? []).every((country) =>
          signatories.some(({ party }) => sides && party && areOfOneSide(party, country, sides)),
        )
      );
    },
  },
  ...agreementPartyDoubts,
  {
    severity: "doubt",
    on: "signatories",
    says: "doubt.predecessor.outsideYears",
    holds: ({ signatories, signedOn }: Stated, context: KindContext) =>
      outside({ signatories, signedOn }, context) === undefined,
    params: (agreement: Stated, context: KindContext) => outsideYears(outside(agreement, context), context),
  },
  {
    severity: "doubt",
    on: "actions",
    within: "party",
    says: "doubt.predecessor.outsideYears",
    holds: ({ party, date }: Action, context: KindContext) => inYears(party, [date], context),
    params: ({ party }: Action, context: KindContext) => outsideYears(party, context),
  },
] as const;

/** A predecessor that signed when it did not stand for its side; undefined where there is none. */
function outside({ signatories = [], signedOn }: Stated, context: KindContext): string | undefined {
  return signatories.find(({ party }) => !inYears(party, [signedOn], context))?.party;
}
