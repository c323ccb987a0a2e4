import { createHash } from "node:crypto";

type Headers = Record<string, string>;

/** What every answer carries, whatever it is. HSTS only where the public address is https. */
export function commonHeaders(secure: boolean): Headers {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ...(secure ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

const policy = (parts: Record<string, string>) =>
  Object.entries(parts)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");

const closed = {
  "default-src": "'none'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
  "object-src": "'none'",
};

/** For what readers get: no inline script or style at all. */
export const publicPolicy: Headers = {
  "content-security-policy": policy({ ...closed, "script-src": "'self'", "style-src": "'self'" }),
  "referrer-policy": "strict-origin-when-cross-origin",
};

/** For the desk's pages: Next's own scripts run by a nonce made for this one answer. */
export function deskPolicy(nonce: string): Headers {
  return {
    "content-security-policy": policy({
      ...closed,
      "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'`,
      "style-src": `'self' 'nonce-${nonce}'`,
    }),
    // A form's POST needs its Origin, which `no-referrer` would make "null".
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "x-robots-tag": "noindex, nofollow",
  };
}

/** For `next dev`, which evaluates scripts, injects styles and listens on a socket. */
export const developmentPolicy: Headers = {
  "content-security-policy": policy({
    ...closed,
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "connect-src": "'self' ws:",
  }),
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
};

/** For our own plain failure pages: nothing but the one style that they hold. */
export function failurePolicy(style: string): Headers {
  const hash = createHash("sha256").update(style).digest("base64");
  return {
    "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "x-robots-tag": "noindex",
  };
}
