/**
 * What the programs between a record and its readers look for, or have a meaning of their own for: React, Next, its
 * stream of data, HTML, XML, JSON-LD, CSV, the words' templates, and our own server. An editor may write any of it.
 */
export const markers: readonly string[] = [
  // React's calls and the places that they fill
  '$RC("B:0","S:0")',
  '$RX("B:0","a")',
  '$RS("S:1","P:1")',
  "$RR(",
  "$RB=[];",
  '<template id="B:0"></template>',
  '<div hidden id="S:0">',
  "<!--$?-->",
  "<!--$!-->",
  "<!--/$-->",
  // Next's documents, data and errors
  '<html id="__next_error__">',
  "__next-page-redirect",
  'self.__next_f.push([1,"x"])',
  "«nxt-icon»",
  "NEXT_REDIRECT;replace;/x;307;",
  "NEXT_HTTP_ERROR_FALLBACK;404",
  "$undefined",
  "$Sreact.fragment",
  "$L1",
  "$@2",
  '1:I["x"]',
  // HTML
  "</script>",
  "<script>alert(1)</script>",
  "</title>",
  "</head>",
  "</body></html>",
  "<!--",
  "-->",
  '" onload="alert(1)',
  "&amp;",
  "&lt;b&gt;",
  "&#x27;",
  "javascript:alert(1)",
  // XML
  "]]>",
  "<![CDATA[",
  "<?xml?>",
  // templates, expressions and replacements
  "{{x}}",
  "{q}",
  "<link>x</link>",
  "${1}",
  "$&",
  "$1",
  "=1+1",
  // objects and escapes
  "__proto__",
  "constructor",
  '\\"',
  "\\u2028",
  "\u2028x",
  "%",
  "%00",
  "%2e%2e/",
  "../",
  // our own server
  'href="/-/dossier"',
  '<p id="near">',
  // scripts
  "עברית العربية",
  "👩‍👧 🇰🇿",
];

/** All markers, apart by spaces, in as few texts as have no more than `max` UTF-16 code units each. */
export function markedTexts(max: number): string[] {
  const texts: string[] = [];
  for (const marker of markers) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + marker.length <= max)
      texts[texts.length - 1] = `${last} ${marker}`;
    else texts.push(marker);
  }
  return texts;
}
