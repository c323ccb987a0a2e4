const base = "http://desk.invalid";

/**
 * The page of the desk to go on to after signing in: `next` if it is a path under /admin of this very site,
 * else the desk's first page. What a browser would take for another host is refused.
 */
export function deskPath(next: string | null | undefined): string {
  const start = "/admin";
  if (!next?.startsWith(start) || next.length > 1000 || /[\\\p{Cc}]/u.test(next)) return start;
  const url = new URL(next, base);
  if (url.origin !== base) return start;
  if (url.pathname !== start && !url.pathname.startsWith(`${start}/`)) return start;
  // Signing in to come back to the form for signing in leads nowhere.
  if (/^\/admin\/(sign-in|setup)(\/|$)/.test(url.pathname)) return start;
  return url.pathname + url.search;
}

/** The address of the sign-in page, or of a further step of signing in, that leads back to `path`. */
export function signInPath(path?: string | null, step = "/admin/sign-in"): string {
  const next = deskPath(path);
  return next === "/admin" ? step : `${step}?next=${encodeURIComponent(next)}`;
}

/** The sign-in page, for who signed on through the provider and has signed out here: there they have not. */
export const signedOutPath = "/admin/sign-in?out=here";

/** The address that leads to the provider of single sign-on and back to `path`; `anew`: also for who is signed in there. */
export function signOnPath(path: string | null, { anew = false } = {}): string {
  const query = new URLSearchParams({ next: deskPath(path), ...(anew ? { anew: "1" } : {}) });
  return `/api/auth/sign-on?${query}`;
}
