"use client";
import { useWords } from "../form/form-context";

/** After a label: that its field may stay empty. */
export function Optional() {
  return <span className="field-optional"> ({useWords()("optional")})</span>;
}
