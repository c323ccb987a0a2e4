/** Cookies in which scripts of the desk tell it of their browser. None is a secret, and none grants anything. */

/** A cookie's name: where the desk is reached by https, browsers let nothing else set one of that name. */
export function browserCookieName(name: string, isSecure: boolean): string {
  return `${isSecure ? "__Secure-" : ""}${name}`;
}

/** What keeps a value for a year, as scripts write it (`document.cookie`), on a page of this protocol, as "https:". */
export function browserCookie(name: string, value: string, protocol: string): string {
  const isSecure = protocol === "https:";
  const written = `${browserCookieName(name, isSecure)}=${value}; path=/admin; max-age=31536000; samesite=lax`;
  return isSecure ? `${written}; secure` : written;
}

/** The value that a page of this protocol finds in its cookies; undefined where there is none. */
export function browserCookieIn(cookies: string, name: string, protocol: string): string | undefined {
  const start = `${browserCookieName(name, protocol === "https:")}=`;
  return cookies
    .split("; ")
    .find((one) => one.startsWith(start))
    ?.slice(start.length);
}
