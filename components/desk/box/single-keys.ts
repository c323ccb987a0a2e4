/** Whether keys without Ctrl do something: those who dictate, or press keys by chance, turn them off for their browser. */
const key = "entente.single-keys";

/** Whether they are on; they are unless turned off. */
export function singleKeysAreOn(): boolean {
  try {
    return window.localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
}

/** Turns them on or off for this browser; nothing is kept where the browser keeps nothing. */
export function turnSingleKeys(on: boolean): void {
  try {
    window.localStorage.setItem(key, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
}
