import { expect, it } from "vitest";
import { dossier, published, site, source, visit } from "@/tests/support/published";
import type { DescribedFile } from "./json-ld-files";
import { recordLd } from "./json-ld-records";

const href = (ending: string) => `/files/${"0".repeat(64)}/a-text.${ending}`;
const text = (role: string, said: Partial<DescribedFile> = {}): DescribedFile => ({
  ...{ href: href("pdf"), title: "A text", ending: "pdf", isPicture: false, role },
  ...said,
});
const picture: DescribedFile = {
  href: href("jpg"),
  title: "A handshake",
  ending: "jpg",
  isPicture: true,
  small: { src: href("webp") },
  credit: "A photographer",
  licence: "https://creativecommons.org/licenses/by/4.0/",
};
const context = { site, dossier, locale: "en", day: "2026-11-27", sources: [source] };
const whole = (path: string) => site.origin + path;
const pictured = {
  "@type": "ImageObject",
  contentUrl: whole(picture.href),
  name: "A handshake",
  encodingFormat: "image/jpeg",
  license: picture.licence,
  creditText: "A photographer",
  thumbnailUrl: whole(href("webp")),
};

it("an agreement's texts are its encodings, with their languages and licences; annexes lie beside it", () => {
  const agreement = published("agreement", {
    title: "A treaty",
    type: "treaty",
    subject: "taxation",
    inForce: "unknown",
    textLink: "https://treaties.example/1",
    ...{ signatories: [], actions: [], relations: [], languages: [], files: [], citations: [] },
  });
  const files = [
    text("authentic-text", { language: "Spanish", licence: "Public domain", size: 2_100_000 }),
    text("translation", { language: "Klingon" }),
    text("annex"),
    picture,
  ];
  expect(recordLd(agreement, { ...context, files })).toMatchObject({
    encoding: [
      { "@type": "MediaObject", contentUrl: "https://treaties.example/1" },
      {
        "@type": "MediaObject",
        contentUrl: whole(href("pdf")),
        name: "A text",
        encodingFormat: "application/pdf",
        contentSize: "2100000 B",
        inLanguage: "es",
        license: { "@type": "CreativeWork", name: "Public domain" },
      },
      { "@type": "MediaObject", inLanguage: { "@type": "Language", name: "Klingon" } },
    ],
    associatedMedia: [{ "@type": "MediaObject", contentUrl: whole(href("pdf")) }],
    image: [pictured],
  });
});

it("pictures and texts of a visit and of a source are told as schema.org has words for them", () => {
  const files = [text("", { ending: "txt", href: href("txt") }), picture];
  const media = { "@type": "MediaObject", contentUrl: whole(href("txt")), encodingFormat: "text/plain" };
  expect(recordLd(visit, { ...context, files })).toMatchObject({
    subjectOf: [{ "@type": "CreativeWork" }, media],
    image: [pictured],
  });
  expect(recordLd(source, { ...context, files })).toMatchObject({ encoding: [media], image: [pictured] });
});

it("nothing is said of files where there are none", () => {
  for (const record of [visit, source])
    for (const key of ["image", "encoding", "associatedMedia"])
      expect(recordLd(record, context)).not.toHaveProperty(key);
});
