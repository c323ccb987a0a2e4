/** What the desk's one box is made of, as the page sends it. */
import type { Words } from "../form/fill";

/** A record that was found. */
export interface BoxFinding {
  href: string;
  label: string;
  detail: string;
}

/** A kind of records as the box offers its list, and to add to it. */
export interface BoxKind {
  key: string;
  path: string;
  one: string;
  many: string;
  inDossier: boolean;
  canAdd: boolean;
}

export interface BoxProps {
  words: Words;
  kinds: BoxKind[];
  /** Other pages of the desk, as the navigation has them. */
  pages: { href: string; label: string }[];
}

/** Something that the box offers. */
export interface BoxItem {
  id: string;
  label: string;
  detail?: string;
  /** Where it leads, or what it does. */
  href?: string;
  run?: () => void;
}

export interface BoxGroup {
  heading: string;
  items: BoxItem[];
}
