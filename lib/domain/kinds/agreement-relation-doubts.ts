/** What an agreement and another to which it relates say against each other. Each may be right: registers do so too. */
import { isBefore } from "../partial-date";
import { type AgreementRelation, inverseRelations } from "./agreement-terms";
import type { RelatingDoubt } from "./among-others";

interface Stated {
  signedOn?: string;
  inForce?: "yes" | "no" | "unknown";
  relations?: readonly { relation?: AgreementRelation; other?: string }[];
}

/** What a later agreement does to an earlier one; the inverse of each is what the later one did to it. */
const doings = ["amends", "supplements", "replaces", "implements", "extends", "terminates"] as const;
type Doing = (typeof doings)[number];

/** What leaves the other no longer in force. */
const endings: readonly Doing[] = ["replaces", "terminates"];

/** A relation as what one of the two does to the other. */
interface Done {
  doing: Doing;
  /** Whether it is the agreement itself that does it, or the other. */
  isOwn: boolean;
}

/** The doubts about an agreement beside another one: `ids` of the two, that of the first null while it is not saved. */
export function relationDoubts(
  own: Stated,
  other: Stated,
  ids: { own: string | null; other: string },
): RelatingDoubt[] {
  const said = doneIn(own, ids.other);
  const saidThere = ids.own === null ? [] : doneIn(other, ids.own);
  const days = [own.signedOn ?? null, other.signedOn ?? null];
  const states = [own.inForce ?? null, other.inForce ?? null];
  const asked = (on: RelatingDoubt["on"], says: string, about: unknown[]) => [
    { on, says: `doubt.agreement.${says}`, about },
  ];
  const areBothInForce = own.inForce === "yes" && other.inForce === "yes";
  const replacedHere = said.some(({ doing, isOwn }) => isOwn && endings.includes(doing));
  const replacedThere = saidThere.some(({ doing, isOwn }) => isOwn && endings.includes(doing));
  return [
    ...(saidThere.some((there) => said.some((here) => areContrary(here, there)))
      ? asked("relations", "relatedOtherwise", [said, saidThere])
      : []),
    ...(said.some(({ isOwn }) => isOwn) && isEarlier(own, other)
      ? asked("relations", "earlierThanChanged", [said, days])
      : []),
    ...(said.some(({ isOwn }) => !isOwn) && isEarlier(other, own)
      ? asked("relations", "laterThanChanging", [said, days])
      : []),
    ...(replacedHere && areBothInForce ? asked("relations", "replacedInForce", [said, states]) : []),
    // Where it says so itself, its own rules ask.
    ...(replacedThere && areBothInForce && said.every(({ isOwn }) => isOwn)
      ? asked("inForce", "replacedByOther", [saidThere, states])
      : []),
  ];
}

/** What an agreement says that it does to another or that the other does to it. */
function doneIn({ relations = [] }: Stated, other: string): Done[] {
  return relations.flatMap((row) => {
    if (row.other !== other || !row.relation) return [];
    const { relation } = row;
    const doing = doings.find((one) => one === relation || inverseRelations[one] === relation);
    return doing ? [{ doing, isOwn: doing === relation }] : [];
  });
}

/** Whether each of two says that it is the one that does the same to the other, or that one of them ends what changes it. */
function areContrary(here: Done, there: Done): boolean {
  return (
    here.isOwn === there.isOwn &&
    (here.doing === there.doing || endings.includes(here.doing) || endings.includes(there.doing))
  );
}

/** Whether one was surely signed before the other. */
function isEarlier({ signedOn }: Stated, other: Stated): boolean {
  return Boolean(signedOn && other.signedOn && isBefore(signedOn, other.signedOn));
}
