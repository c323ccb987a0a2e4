import type { AgreementRelation } from "@/lib/domain/kinds/agreement-terms";

/** A link to another record, ready to be set. */
export interface Linked {
  href: string;
  title: string;
  /** Of what kind it is, in words. */
  kind?: string;
  /** What it is to the record that it is linked from, of agreements that say how they relate. */
  relations?: readonly AgreementRelation[];
}
