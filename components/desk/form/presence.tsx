"use client";
import { useWords } from "./form-context";
import type { Present } from "./use-presence";

/** Who else has the record open, a line each, and what one of them did to it; nothing where one is alone. */
export function Presence({ others, moved }: Present) {
  const word = useWords();
  return (
    <div role="status" className="presence">
      {moved && <p>{word("presence.moved", { ...moved, did: word(`stale.did.${moved.did}`) })}</p>}
      {others.map(({ name, isTyping, isOwn }) => (
        <p key={`${name} ${isOwn}`}>
          {word(isOwn ? "presence.own" : isTyping ? "presence.typing" : "presence.open", { name })}
        </p>
      ))}
    </div>
  );
}
