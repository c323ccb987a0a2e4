/** Headers, health and what is closed to strangers. */
import { hold, type Story } from "./check";

const isLoopback = (origin: string) => /^(localhost|127\.|\[::1\])/.test(new URL(origin).hostname);

const everywhere: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /./,
  "content-security-policy": /default-src 'none'.*frame-ancestors 'none'.*object-src 'none'/,
};

function holdHeaders(path: string, headers: Headers, wanted: Record<string, RegExp>): void {
  for (const [name, value] of Object.entries(wanted))
    hold(value.test(headers.get(name) ?? ""), `${path}: ${name} is "${headers.get(name) ?? "missing"}"`);
}

export const operation: Story[] = [
  {
    name: "the server lives and is ready, and keeps its figures to itself",
    async tell({ browser, origin }) {
      for (const path of ["/livez", "/readyz"]) {
        const { status, text } = await browser.open(path);
        hold(status === 200, `${path} answered ${status}: ${text.trim()}`);
      }
      if (isLoopback(origin)) return;
      const { status } = await browser.open("/metrics");
      hold(status >= 400, "/metrics is open to all");
    },
  },
  {
    name: "pages and desk send the headers that keep them safe",
    async tell({ browser, origin }) {
      const secure = {
        ...(origin.startsWith("https:") && { "strict-transport-security": /max-age=\d{7,}/ }),
      };
      const page = await browser.open("/");
      holdHeaders("/", page.headers, { ...everywhere, ...secure, "cache-control": /public/ });
      holdHeaders("/", page.headers, { "content-security-policy": /script-src 'self';/ });
      const desk = await browser.open("/admin/sign-in");
      hold(desk.status === 200, `/admin/sign-in answered ${desk.status}`);
      holdHeaders("/admin/sign-in", desk.headers, {
        ...everywhere,
        ...secure,
        "cache-control": /no-store/,
        "x-robots-tag": /noindex/,
        "content-security-policy": /script-src 'self' 'nonce-/,
      });
      hold(!page.headers.has("x-powered-by") && !desk.headers.has("x-powered-by"), "x-powered-by is sent");
    },
  },
  {
    name: "no client comes to the desk without signing in, whatever headers they send",
    async tell({ browser }) {
      for (const headers of [{}, { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }]) {
        const answer = await browser.ask("/admin", { headers: headers as Record<string, string> });
        await answer.body?.cancel();
        const to = answer.headers.get("location") ?? "";
        hold(
          answer.status >= 300 && /^(https?:\/\/[^/]+)?\/admin\/sign-in/.test(to),
          `/admin answered ${answer.status}`,
        );
      }
    },
  },
  {
    name: "a form that another site sends is refused",
    async tell({ browser }) {
      for (const origin of ["https://evil.example", "null"]) {
        const answer = await browser.ask("/admin/sign-in", {
          method: "POST",
          headers: { origin, cookie: "entente-session=x" },
          body: new URLSearchParams({ email: "a@example.org" }),
        });
        await answer.body?.cancel();
        hold(answer.status === 403, `a POST with Origin ${origin} answered ${answer.status}`);
      }
    },
  },
];
