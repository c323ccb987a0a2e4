"use client";
import type { ReactNode } from "react";
import { useForm, useWords } from "../../form/form-context";

interface ChosenEntryProps {
  id: string;
  toPath: string;
  children: ReactNode;
}

/** A chosen record by its title, which opens it in a new tab so that nothing typed here is left. */
export function ChosenEntry({ id, toPath, children }: ChosenEntryProps) {
  const word = useWords();
  const choice = useForm().known.get(id);
  const title = choice?.title ?? word("unknownRecord");
  return (
    <div className="chosen">
      <a href={`/admin/${toPath}/${id}`} target="_blank" rel="noreferrer" title={word("open", { title })}>
        {title}
      </a>
      {choice && (
        <span className="chosen-detail">{[choice.detail, choice.state].filter(Boolean).join(" · ")}</span>
      )}
      <span className="chosen-tools">{children}</span>
    </div>
  );
}
