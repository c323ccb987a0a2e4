/** The images for links to the site elsewhere: what a page is of, with the signs of its sides, in the hand of the site. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ImageResponse } from "next/og";
import sharp from "sharp";
import { pathOf } from "@/components/public/frame/side";
import { countryName, usualName } from "@/lib/domain/countries";
import type { SideKey } from "@/lib/domain/sides";
import { shareImageSize } from "@/lib/share-images";
import { site } from "@/lib/site";

/** One line of large letters, with the signs of the sides that stand before it. */
export interface ShareLine {
  text: string;
  signs: readonly SideKey[];
}

/** What the image says. */
export interface ShareWords {
  /** What it is of: the two countries of a dossier in their order, or one line. */
  lines: readonly ShareLine[];
  /** What is said of it below, as how long the two have had relations; null for nothing. */
  below: string | null;
  /** The site's name, and its address without the scheme. */
  site: { name: string; host: string };
}

/** The light mode of app/globals.css: an image has one. */
export const shareColours = {
  ...{ paper: "#fbf9f4", ink: "#1d1b17", muted: "#5f594d", rule: "#8f2318" },
  ...{ a: "#1b5c8c", b: "#8a5a00" },
} as const;

const files = ["latin", "latin-ext", "cyrillic"] as const;
const typefaces = { serif: "source-serif-4", sans: "source-sans-3" } as const;

/** The letters that these files have: of a text with others, the library would look for typefaces on the network. */
const drawable = /^[\u0020-\u007E\u00A0-\u017F\u0400-\u045F\u2013\u2014\u2019]*$/;

/** What a country is called on an image: the site's own name for it, the usual one where that cannot be drawn. */
export function drawableName(code: string): string {
  const name = countryName(code, "en");
  return drawable.test(name) ? name : usualName(code, "en");
}

/** Whether a text has no letters but those that can be drawn. */
export function isDrawable(text: string): boolean {
  return drawable.test(text);
}

let read: Promise<{ name: string; data: Buffer; weight: 400 }[]> | undefined;

/** The typefaces of the readers' pages in the one format of theirs that the library reads, read once. */
function fonts() {
  read ??= Promise.all(
    Object.entries(typefaces).flatMap(([name, family]) =>
      files.map(async (part) => {
        const file = `${family}-${part}-400-normal.woff`;
        const data = await readFile(
          join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@fontsource", family, "files", file),
        );
        return { name: part === "latin" ? name : `${name} ${part}`, data, weight: 400 as const };
      }),
    ),
  );
  return read;
}

const families = (name: keyof typeof typefaces) =>
  files.map((part) => (part === "latin" ? name : `${name} ${part}`)).join(", ");

/** The largest size at which each line is one, in pixels. */
function sizeOf(lines: readonly ShareLine[]): number {
  const longest = Math.max(...lines.map(({ text, signs }) => text.length + 2 * (signs.length - 1)));
  return Math.max(36, Math.min(112, Math.floor(1700 / longest)));
}

/** The PNG of the image, of few colours so that it weighs little. */
export async function drawShareImage({ lines, below, site }: ShareWords): Promise<Buffer> {
  const size = sizeOf(lines);
  const drawn = new ImageResponse(
    <div
      style={{
        ...{ width: "100%", height: "100%", display: "flex", flexDirection: "column" },
        ...{ justifyContent: "space-between", padding: "64px 72px 56px" },
        ...{ background: shareColours.paper, color: shareColours.ink, fontFamily: families("serif") },
      }}
    >
      {/* Of the site itself its name is said once. */}
      <div style={{ display: "flex", fontSize: 34 }}>
        {lines.some(({ text }) => text === site.name) ? "" : site.name}
      </div>
      <div style={{ display: "flex", flexDirection: "column", gap: 18 }}>
        {lines.map((line, at) => (
          <Line key={at} {...line} size={size} />
        ))}
      </div>
      <div
        style={{
          ...{ display: "flex", justifyContent: "space-between", paddingTop: 26 },
          ...{ borderTop: `3px solid ${shareColours.rule}`, color: shareColours.muted },
          ...{ fontFamily: families("sans"), fontSize: 30 },
        }}
      >
        <span>{below ?? ""}</span>
        <span>{site.host}</span>
      </div>
    </div>,
    { ...shareImageSize, fonts: await fonts() },
  );
  return sharp(Buffer.from(await drawn.arrayBuffer()))
    .png({ palette: true, compressionLevel: 9 })
    .toBuffer();
}

function Line({ text, signs, size }: ShareLine & { size: number }) {
  const sign = Math.round(size * 0.62);
  return (
    <div
      style={{ display: "flex", alignItems: "center", fontSize: size, lineHeight: 1.15, letterSpacing: -1 }}
    >
      {signs.map((side) => (
        <svg
          key={side}
          width={sign}
          height={sign}
          viewBox="0 0 12 12"
          style={{ marginRight: Math.round(size * (signs.length > 1 ? 0.16 : 0.36)) }}
        >
          <path d={pathOf(side)} fill={shareColours[side]} />
        </svg>
      ))}
      <span style={{ marginLeft: signs.length > 1 ? Math.round(size * 0.2) : 0 }}>{text}</span>
    </div>
  );
}

/** The answer to a request for an image that says this. */
export async function shareAnswer(words: Omit<ShareWords, "site">): Promise<Response> {
  const { name, origin } = site();
  const image = await drawShareImage({ ...words, site: { name, host: new URL(origin).host } });
  return new Response(new Uint8Array(image), {
    headers: { "content-type": "image/png", "cache-control": "public, no-cache" },
  });
}
