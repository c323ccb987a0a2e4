/** schema.org descriptions (JSON-LD) of the files that a record's page shows. */
import type { ImageObjectLeaf, MediaObjectLeaf } from "schema-dts";
import { type FileEnding, fileTypes } from "@/lib/domain/files";
import { languageLd, type LdContext, licenceLd } from "./json-ld";

/** A file as a page shows it. */
export interface DescribedFile {
  /** Its local address. */
  href: string;
  title: string;
  ending: FileEnding;
  isPicture: boolean;
  /** In bytes; undefined where that is not known. */
  size?: number | undefined;
  small?: { src: string } | null;
  /** What it is to an agreement. */
  role?: string;
  language?: string;
  licence?: string;
  credit?: string;
}

type Context = Pick<LdContext, "site" | "files">;

/** The record itself in files: what is neither a picture nor only about it. */
export function textsLd({ site, files = [] }: Context): MediaObjectLeaf[] {
  return files.filter((file) => !file.isPicture && !isBeside(file)).map((file) => mediaLd(file, site.origin));
}

/** Texts that belong to the record without being it: annexes and what is related. */
export function besidesLd({ site, files = [] }: Context): MediaObjectLeaf[] {
  return files.filter((file) => !file.isPicture && isBeside(file)).map((file) => mediaLd(file, site.origin));
}

/** The pictures that a page shows. */
export function picturesLd({ site, files = [] }: Context): ImageObjectLeaf[] {
  return files
    .filter(({ isPicture }) => isPicture)
    .map((file) => ({
      ...said(file, site.origin),
      "@type": "ImageObject",
      ...(file.small && { thumbnailUrl: site.origin + file.small.src }),
    }));
}

const isBeside = ({ role }: DescribedFile) => role === "annex" || role === "related-document";

function mediaLd(file: DescribedFile, origin: string): MediaObjectLeaf {
  return { ...said(file, origin), "@type": "MediaObject" };
}

function said({ href, title, ending, size, language, licence, credit }: DescribedFile, origin: string) {
  return {
    contentUrl: origin + href,
    ...(title && { name: title }),
    // Without the character set, which says nothing of what it is.
    encodingFormat: fileTypes[ending].split(";")[0]!,
    ...(size !== undefined && { contentSize: `${size} B` }),
    ...(language && { inLanguage: languageLd(language) }),
    ...(licence && { license: licenceLd(licence) }),
    ...(credit && { creditText: credit }),
  };
}
