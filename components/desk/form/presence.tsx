"use client";
import { useWords } from "./form-context";
import type { Other } from "./use-presence";

/** Who else has the record open, a line each; nothing where one is alone. */
export function Presence({ others }: { others: readonly Other[] }) {
  const word = useWords();
  return (
    <div role="status" className="presence">
      {others.map(({ name, isTyping, isOwn }) => (
        <p key={`${name} ${isOwn}`}>
          {word(isOwn ? "presence.own" : isTyping ? "presence.typing" : "presence.open", { name })}
        </p>
      ))}
    </div>
  );
}
