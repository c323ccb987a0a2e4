"use client";
import { createContext, type ReactNode, useContext } from "react";

const IsWithin = createContext(false);

/**
 * What stands in a form only where there are no scripts. A noscript ends at the first closing tag, another's within it too:
 * what stands within one already is drawn as it is.
 */
export function WithoutScripts({ children }: { children: ReactNode }) {
  if (useContext(IsWithin)) return children;
  return (
    <noscript>
      <IsWithin value={true}>{children}</IsWithin>
    </noscript>
  );
}
