/**
 * Has Back and Forward ask `question` where `isAsked` and they would leave the page but not its document, of which browsers do not
 * ask themselves. Who stays is led back to where they were. Browsers that do not tell where they came from leave unasked.
 * Returns how to end it.
 */
export function guardHistory(isAsked: () => boolean, question: string): () => void {
  if (!("navigation" in window)) return () => undefined;
  let before: NavigationHistoryEntry | null = null;
  let isReturning = false;
  const onEntry = ({ from }: NavigationCurrentEntryChangeEvent) => (before = from);
  // Before Next hears of it, which would draw the other page.
  const onPop = (event: PopStateEvent) => {
    const here = navigation.currentEntry;
    if (!isReturning) {
      if (!before || !here || pageOf(before) === pageOf(here)) return;
      if (!isAsked() || confirm(question)) return;
      history.go(before.index - here.index);
    }
    isReturning = !isReturning;
    event.stopImmediatePropagation();
  };
  navigation.addEventListener("currententrychange", onEntry);
  window.addEventListener("popstate", onPop, true);
  return () => {
    navigation.removeEventListener("currententrychange", onEntry);
    window.removeEventListener("popstate", onPop, true);
  };
}

const pageOf = ({ url }: NavigationHistoryEntry) => url?.split("#")[0];
