import { endingOf, type FileEnding, type FileFacts, filePath, isPicture } from "@/lib/domain/files";
import { slugify } from "@/lib/domain/slugify";
import type { Attachment } from "@/lib/domain/kinds/attachments";

/** A file of a record, ready to be shown. */
export interface ShownFile extends Omit<Attachment, "file" | "title"> {
  href: string;
  title: string;
  ending: FileEnding;
  isPicture: boolean;
  /** In bytes; undefined where that is not known. */
  size: number | undefined;
  /** A picture as pages show it. */
  small: { src: string; width: number; height: number } | null;
}

/** The files of a record, in its order. `hrefOf` says where a file is to be had. A draft may lack any part of a row. */
export function shownFiles(
  values: object,
  facts: ReadonlyMap<string, FileFacts>,
  hrefOf: (id: string, title: string) => string = pathUnderTitle,
): ShownFile[] {
  const attached =
    "files" in values && Array.isArray(values.files) ? (values.files as Partial<Attachment>[]) : [];
  return attached.flatMap(({ file: id, title = "", ...said }) => {
    if (!id) return [];
    const { size, small } = facts.get(id) ?? { size: undefined, small: null };
    return {
      ...said,
      title,
      href: hrefOf(id, title),
      ending: endingOf(id),
      isPicture: isPicture(id),
      size,
      small: small && { src: hrefOf(small.id, title), width: small.width, height: small.height },
    };
  });
}

/** The public address of a file, which reads like its title. */
function pathUnderTitle(id: string, title: string): string {
  return filePath(id, slugify(title, "file"));
}
