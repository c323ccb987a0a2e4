/** Cleaning what is pasted into a control, as saving would, so that the editor sees what will be kept. */

// Only a page into which something is pasted needs it.
const loadCleaning = () => import("@/lib/domain/clean-text");

export type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Cleans what a paste puts into a control, once it is there; `tell` is told how many characters that changed. */
export function cleanPasted(
  { clipboardData }: { clipboardData: DataTransfer | null },
  control: TextControl,
  tell: (count: number) => void,
): void {
  if (!clipboardData || clipboardData.getData("text/plain") === "") return;
  const before = {
    from: control.selectionStart ?? 0,
    rest: control.value.length - (control.selectionEnd ?? 0),
  };
  // The browser pastes after this event, and keeps it among what can be undone.
  control.addEventListener(
    "input",
    () => {
      const length = control.value.length - before.rest - before.from;
      // Where the module cannot be had, saving cleans all the same.
      if (length > 0) void clean(control, before.from, length, tell).catch(() => undefined);
    },
    { once: true },
  );
}

async function clean(control: TextControl, from: number, length: number, tell: (count: number) => void) {
  const { cleanText, countUnclean } = await loadCleaning();
  const pasted = control.value.slice(from, from + length);
  const count = countUnclean(pasted);
  if (count > 0) {
    const text = cleanText(pasted);
    control.setRangeText(
      control instanceof HTMLInputElement ? text.replaceAll("\n", " ") : text,
      from,
      from + length,
      "end",
    );
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }
  tell(count);
}
