import "server-only";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { maxPixels } from "@/lib/domain/files";
import { type Examination, smallSide } from "./examination";

type Format = "jpg" | "png" | "webp";

/** The pictures that are taken, by their media types. */
export const pictureFormats: Readonly<Record<string, Format>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

const written: Record<Format, (picture: Sharp) => Sharp> = {
  jpg: (picture) => picture.jpeg({ quality: 90, mozjpeg: true }),
  png: (picture) => picture.png({ compressionLevel: 9 }),
  webp: (picture) => picture.webp({ quality: 90 }),
};

sharp.cache(false);
sharp.concurrency(1);

/**
 * Makes a picture anew from its pixels, upright, and a small one: of whatever else the file held, as where it was taken,
 * nothing is left.
 */
export async function remakePicture(path: string, folder: string, format: Format): Promise<Examination> {
  const read = () => sharp(path, { limitInputPixels: false, failOn: "error", pages: 1 });
  const meta = await read()
    .metadata()
    .catch(() => null);
  if (!meta) return { ok: false, fault: "damaged" };
  if (meta.width * meta.height > maxPixels) return { ok: false, fault: "tooManyPixels" };
  const write = async (picture: Sharp, name: string) => {
    const at = join(folder, name);
    const { width, height } = await picture.toFile(at);
    return { path: at, width, height };
  };
  try {
    const made = await write(written[format](read().autoOrient()), `made.${format}`);
    const resized = read()
      .autoOrient()
      .resize({ width: smallSide, height: smallSide, fit: "inside", withoutEnlargement: true });
    const small = await write(resized.webp({ quality: 72, effort: 5 }), "small.webp");
    return { ok: true, ending: format, made, small };
  } catch {
    return { ok: false, fault: "damaged" };
  }
}
