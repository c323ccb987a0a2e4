import type { ParseContext } from "./field";

/** So many contexts at a time: those of the dossiers that are being worked on. */
const most = 100;

/**
 * What is made for a context, made once: zod compiles a schema anew each time it is made, which costs more than all
 * that is parsed by it. `make` has to make the same of two contexts that say the same.
 */
export function byContext<T>(make: (context: ParseContext) => T): (context: ParseContext) => T {
  const made = new Map<string, T>();
  return ({ parties, predecessors }) => {
    const context = { parties, predecessors };
    const key = JSON.stringify(context);
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const one = make(context);
    made.set(key, one);
    return one;
  };
}
