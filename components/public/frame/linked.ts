/** A link to another record, ready to be set. */
export interface Linked {
  href: string;
  title: string;
  /** Of what kind it is, in words. */
  kind?: string;
}
