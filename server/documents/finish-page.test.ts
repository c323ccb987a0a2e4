import { parse, serialize } from "parse5";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { markers } from "@/tests/support/markers";
import { finish, Unfinished } from "./finish-page";

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

it("says the title on the root as well, for the margins of printed sheets", () => {
  const html = finish(
    page("<title>A “b” &amp; <i>c</i> · Entente</title>", "<svg><title>Other</title></svg>"),
  );
  expect(html).toContain('<html lang="en" data-running-head="A “b” &amp; &lt;i&gt;c&lt;/i&gt; · Entente">');
  expect(finish(page("", "<p>No title</p>"))).toContain('<html lang="en">');
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

it.each([...markers, markers.join(" ")])(
  "keeps a text that other programs look for, and no more: %s",
  (said) => {
    const description = JSON.stringify({ name: said }).replaceAll("<", "\\u003c");
    const data = JSON.stringify([1, said]).replaceAll("<", "\\u003c").replaceAll(">", "\\u003e");
    const body = renderToStaticMarkup([
      createElement("p", { key: "text", title: said }, said),
      createElement("input", { key: "value", defaultValue: said, id: said }),
      createElement("a", { key: "link", href: `/search?q=${said}` }, said),
    ]);
    const own = `<script type="application/ld+json">${description}</script>`;
    const html = page("<title>x</title>", `${body}${own}<script>self.__next_f.push(${data})</script>`);
    const finished = parse(finish(html));
    const whole = page("<title>x</title>", body + own).replace(
      'lang="en"',
      'lang="en" data-running-head="x"',
    );
    expect(serialize(finished)).toBe(serialize(parse(whole)));
    expect(finish(html)).toContain(own);
  },
);

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
