"use client";
import { useForm, useWords } from "../form/form-context";
import type { ComponentProps } from "react";
import { partsOf } from "@/lib/domain/paths";
import { useRowPlace } from "../fields/rows/row-place";
import type { BesideReference } from "../form/kind-panel";

/** Cites in an empty first citation what the newest other year of trade cites; nothing where there is none. */
export function CopySource({ path, onChoose }: ComponentProps<BesideReference>) {
  const word = useWords();
  const { suggestedSource } = useForm();
  const place = useRowPlace();
  const isFirst = place?.field === "citations" && place.index === 0;
  if (!suggestedSource || !isFirst || partsOf(path).at(-1) !== "source") return null;
  const { choice, citedBy } = suggestedSource;
  return (
    <p className="field-after">
      <button type="button" className="btn-quiet" onClick={() => onChoose(choice)}>
        {word("lastSource.copy")}
      </button>{" "}
      {word("lastSource.which", { source: choice.title, year: citedBy })}
    </p>
  );
}
