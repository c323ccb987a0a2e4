/** What the box offers by itself: what can be done on the page one is at, in its dossier, and every page of the desk. */
import { fill, wordAt } from "../form/fill";
import type { BoxItem, BoxProps } from "./box-parts";

/** The dossier that the page is in, by its id; null where it is in none. */
export function dossierHere(): string | null {
  const { pathname, search } = window.location;
  const inPath = /^\/admin\/dossiers\/([0-9a-f-]{36})(?:\/|$)/.exec(pathname)?.[1];
  const told = document.querySelector<HTMLElement>("[data-dossier]")?.dataset.dossier;
  return inPath ?? told ?? new URLSearchParams(search).get("dossier");
}

const inDossier = (path: string, dossier: string | null) => (dossier ? `${path}?dossier=${dossier}` : path);

/** What can be begun: a record of each kind, in the dossier that the page is in. */
export function beginnings({ kinds, words }: BoxProps, dossier: string | null): BoxItem[] {
  const within = (isIn: boolean) => (isIn ? dossier : null);
  const added = kinds.filter(({ canAdd }) => canAdd);
  return [
    ...added.map(({ key, path, one, inDossier: isIn }) => ({
      id: `new ${key}`,
      label: fill(wordAt(words, "new"), { one }),
      href: inDossier(`/admin/${path}/new`, within(isIn)),
    })),
    ...added.map(({ key, path, many, inDossier: isIn }) => ({
      id: `paste ${key}`,
      label: fill(wordAt(words, "paste"), { many }),
      href: inDossier(`/admin/${path}/paste`, within(isIn)),
    })),
  ];
}

/** Every page of the desk; lists of the dossier that the page is in before those of all. */
export function pagesOf({ kinds, pages, words }: BoxProps, dossier: string | null): BoxItem[] {
  const here = dossier ? kinds.filter(({ inDossier: isIn }) => isIn) : [];
  return [
    ...here.map(({ key, path, many }) => ({
      id: `here ${key}`,
      label: fill(wordAt(words, "here"), { many }),
      href: inDossier(`/admin/${path}`, dossier),
    })),
    ...(dossier
      ? [{ id: "home", label: wordAt(words, "home"), href: `/admin/dossiers/${dossier}/home` }]
      : []),
    ...pages.map(({ href, label }) => ({ id: href, label, href })),
    { id: "shortcuts", label: wordAt(words, "shortcuts"), href: "/admin/shortcuts" },
  ];
}

/** Where a page has what the box offers of it: its bar of actions, what is marked beside a record, and the way out. */
const offeredHere = ".action-bar button[name], .action-bar a, [data-in-box], .desk-who form button";

/** What the page itself offers, by the words of its buttons and links, each once. */
export function actionsHere(): BoxItem[] {
  const all = [...document.querySelectorAll<HTMLButtonElement | HTMLAnchorElement>(offeredHere)];
  const labels = all.map((one) => one.textContent?.trim() ?? "");
  return all.flatMap((one, at) => {
    const label = labels[at]!;
    if (label === "" || labels.indexOf(label) !== at) return [];
    return [{ id: `action ${at}`, label, run: () => one.click() }];
  });
}
