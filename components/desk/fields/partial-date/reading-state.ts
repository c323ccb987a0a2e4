/** One thing that could be meant. */
export interface DateOffer {
  /** In words. */
  shown: string;
  /** What the input then holds. */
  fills: string;
  /** What the input of the last day then holds. */
  last?: string;
}

export interface Reading {
  /** The date in words; empty where it is none yet. */
  reads: string;
  /** What is wrong with it, by the key of its words. */
  fault: string | null;
  offers: readonly DateOffer[];
}

export const nothingRead: Reading = { reads: "", fault: null, offers: [] };
