/**
 * Has Back and Forward ask `question` where `isAsked` and they would leave the page but not its document, of which browsers do not
 * ask themselves. Who stays is led back to where they were. Browsers that do not tell where they came from leave unasked.
 * Returns how to end it.
 */
export function guardHistory(isAsked: () => boolean, question: string): () => void {
  if (!("navigation" in window)) return () => undefined;
  let before: NavigationHistoryEntry | null = null;
  // Where who stays is led back to; they may press Back again meanwhile.
  let stay: NavigationHistoryEntry | null = null;
  const onEntry = ({ from }: NavigationCurrentEntryChangeEvent) => (before = from);
  // Before Next hears of it, which would draw the other page.
  const onPop = (event: PopStateEvent) => {
    const here = navigation.currentEntry;
    if (!here) return;
    if (!stay) {
      if (!before || pageOf(before) === pageOf(here)) return;
      if (!isAsked() || confirm(question)) return;
      stay = before;
    }
    event.stopImmediatePropagation();
    if (here.key === stay.key) stay = null;
    else history.go(stay.index - here.index);
  };
  navigation.addEventListener("currententrychange", onEntry);
  window.addEventListener("popstate", onPop, true);
  return () => {
    navigation.removeEventListener("currententrychange", onEntry);
    window.removeEventListener("popstate", onPop, true);
  };
}

const pageOf = ({ url }: NavigationHistoryEntry) => url?.split("#")[0];
