/** Pages as React really sends them when a part is late or fails: none of them is whole. */
import { createElement as element, type ReactNode, Suspense } from "react";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server.node";
import { describe, expect, it } from "vitest";
import { finish, Unfinished } from "./finish-page";

/** What React sends for a body: its shell as soon as that stands, then `later` runs, then the rest. */
async function sent(body: ReactNode, later: () => void = () => undefined): Promise<string> {
  const into = new PassThrough();
  const page = element("html", null, element("head"), element("body", null, body));
  const stream = renderToPipeableStream(page, {
    onShellReady() {
      stream.pipe(into);
      later();
    },
    onError: () => "digest",
  });
  return text(into);
}

/** A component that waits until it is told what to show, or to fail. */
function waiting() {
  let give: (shown: ReactNode) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const shown = new Promise<ReactNode>((resolve, reject) => ((give = resolve), (fail = reject)));
  shown.catch(() => undefined);
  return { part: element(() => shown), give, fail };
}

const boundary = (...children: ReactNode[]) => element(Suspense, { fallback: "…" }, ...children);

/** Each way in which React sends a page that is not whole, and a sign that it is the one that is meant. */
const forms: Record<string, () => Promise<[html: string, sign: string]>> = {
  "a boundary completed late": async () => {
    const { part, give } = waiting();
    return [await sent(boundary(part), () => give("late")), '$RC("B:0","S:0")'];
  },
  "a boundary completed late with a style sheet": async () => {
    const { part, give } = waiting();
    const styled = element("link", { rel: "stylesheet", href: "/a.css", precedence: "late" });
    return [
      await sent(boundary(part), () => give(element("p", null, "late", styled))),
      '$RR("B:0","S:0",[["/a.css"',
    ];
  },
  "a boundary that failed late": async () => {
    const { part, fail } = waiting();
    return [await sent(boundary(part), () => fail(new Error("late"))), '$RX("B:0","digest"'];
  },
  "a boundary that failed before the shell stood": async () => {
    const Failing = (): ReactNode => {
      throw new Error("at once");
    };
    return [await sent(boundary(element(Failing))), "<!--$!--><template"];
  },
  "a segment within a late boundary": async () => {
    const [outer, inner] = [waiting(), waiting()];
    const body = boundary(element("p", null, outer.part), element("p", null, inner.part));
    const html = await sent(body, () => {
      outer.give("x".repeat(20_000));
      setImmediate(() => inner.give("late"));
    });
    return [html, '$RS("S:'];
  },
  "rows that come late": async () => {
    const { part, give } = waiting();
    const row = element("tr", null, element("td", null, "late"));
    const table = element("table", null, element("tbody", null, boundary(part)));
    return [await sent(table, () => give(row)), '<tbody id="S:0">'];
  },
};

describe("a page that React completes by scripts is refused", () => {
  it.each(Object.entries(forms))("with %s", async (_, form) => {
    const [html, sign] = await form();
    expect(html).toContain(sign);
    expect(() => finish(html)).toThrow(Unfinished);
    // No one sign is leant on: without React's scripts the places and parts tell, and without these the scripts do.
    expect(() => finish(html.replace(/<script>.*?<\/script>/gs, ""))).toThrow(Unfinished);
  });

  it("and one that waited until all was there is not", async () => {
    const { part, give } = waiting();
    give("in time");
    const html = await sent(element("p", null, part));
    expect(finish(html)).toContain("<p>in time</p>");
  });
});

it.each([
  '<template id="P:1"></template>',
  '<div hidden id="S:0">late</div>',
  '<table hidden><tbody id="S:1"></tbody></table>',
  "<!--$?-->",
  "<!--$!-->",
  "<!--$~-->",
  '<script>$RS("S:1","P:1")</script>',
  '<script>$RX=function(b){};;$RX("B:0")</script>',
  '<script nonce="x">$RB=[];$RC=function(a){};$RC("B:0","S:0")</script>',
  '<script>$RM=new Map;$RR("B:0","S:0",[])</script>',
  '<meta id="__next-page-redirect" http-equiv="refresh" content="1;url=/x"/>',
])("refuses by itself %s", (sign) => {
  expect(() => finish(`<!DOCTYPE html><html><head></head><body>${sign}</body></html>`)).toThrow(Unfinished);
});
