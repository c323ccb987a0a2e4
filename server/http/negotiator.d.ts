/** The part of negotiator 1.1 that is used here: the published types describe an earlier version, without `preferred`. */
declare module "negotiator" {
  export default class Negotiator {
    constructor(request: { headers: Record<string, string | undefined> });
    /** Those of the available encodings that the client takes, the best first; of equal ones in the order of `preferred`. */
    encodings<T extends string>(available: readonly T[], options?: { preferred?: readonly T[] }): T[];
  }
}
