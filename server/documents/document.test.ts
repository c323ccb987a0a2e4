import { expect, it } from "vitest";
import { finish, Unfinished } from "./document";

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`;

it("leaves out Next's scripts, data, preloads and comments", () => {
  const html = finish(
    page(
      `<link rel="preload" as="script" href="/_next/static/a.js"/><link rel="modulepreload" href="/b.js"/>` +
        `<script src="/_next/static/a.js" async=""></script><meta name="next-size-adjust" content=""/>`,
      `<div hidden=""><!--$--><!--/$--></div><p>One<!-- --> two</p><script>self.__next_f.push([1,"x"])</script>`,
    ),
  );
  expect(html).toBe(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"></head><body><p>One two</p></body></html>`,
  );
});

it("keeps the stylesheet, what describes the page, and our own small scripts", () => {
  const kept =
    `<link rel="stylesheet" href="/_next/static/a.css"><link rel="preload" as="font" href="/f.woff2">` +
    `<script type="application/ld+json">{"name":"A \\u003c b"}</script><script src="/islands/filter-1a2b.js" defer=""></script>`;
  expect(finish(page(kept, ""))).toContain(kept);
});

it("keeps what readers wrote as it was written", () => {
  const text = '<p>5 &lt; 6 &amp; “quoted” — Қазақстан</p><pre>\n  a\n</pre><div hidden="">Said</div>';
  expect(finish(page("", text))).toContain("<p>5 &lt; 6 &amp; “quoted” — Қазақстан</p>");
  expect(finish(page("", text))).toContain('<div hidden="">Said</div>');
});

it("lets no script through under another name", () => {
  const html = finish(
    page("", `<script type="module" src="/x.js"></script><SCRIPT>1</SCRIPT><svg><script>1</script></svg>`),
  );
  expect(html).not.toMatch(/script/i);
});

it.each([
  '<template id="B:0"></template>',
  '<script>$RC("B:0","S:0")</script>',
  '<html id="__next_error__">',
])("refuses a page that only scripts would complete: %s", (sign) => {
  expect(() => finish(page("", sign))).toThrow(Unfinished);
});
