/** What a kind's panel can have the server do for its form. */
import type { SuggestedSource } from "@/components/desk/form/form-spec";
import type { Actor } from "@/lib/auth/actor";
import type { OpenEntry } from "@/lib/desk/read/open";
import type { Typed } from "@/lib/domain/fields/field";

/** A form that is about to be drawn. */
export interface FormAsked {
  dossierId: string | null;
  typed: Typed;
  /** Null for a record that is not saved yet. */
  id: string | null;
}

export interface ServerPanel {
  /** A source to offer where the record cites none yet. */
  suggestedSource?(actor: Actor, form: FormAsked): Promise<SuggestedSource | null>;
  /** The form for the record that follows another (`?after=`), and the field to begin in. */
  following?(actor: Actor, empty: Typed, last: OpenEntry): Promise<{ typed: Typed; focusOn: string }>;
}
