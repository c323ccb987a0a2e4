/** What the process that looks into files is asked, and says. */
import type { FileEnding } from "@/lib/domain/files";

/** What is wrong with a file, as a key of messages under `problems.file`. */
export type FileFault = "empty" | "type" | "damaged" | "tooManyPixels" | "tooSlow";

/** A picture that was made anew, at this path. */
export interface MadePicture {
  path: string;
  width: number;
  height: number;
}

export type Examination =
  | { ok: false; fault: FileFault }
  /** A PDF or a text is kept as it came. */
  | { ok: true; ending: Extract<FileEnding, "pdf" | "txt">; words: string }
  /** A picture is not: it is made anew, and once more as small as pages show it. */
  | { ok: true; ending: Extract<FileEnding, "jpg" | "png" | "webp">; made: MadePicture; small: MadePicture };

/** How wide and how high the small picture is at the most, in pixels. */
export const smallSide = 800;
