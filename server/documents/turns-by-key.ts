/** Runs work on one thing in turn, in the order in which it was asked for, and work on different things side by side. */
export function turnsByKey(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const done = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, done);
    const forget = () => void (last.get(key) === done && last.delete(key));
    done.then(forget, forget);
    return done;
  };
}
