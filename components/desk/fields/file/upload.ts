/** Sends a file to the desk. */

/** What the desk answers to an upload. */
export type UploadAnswer =
  | { ok: true; id: string }
  /** Refused, with what is wrong in words. */
  | { ok: false; reason: "refused"; message: string }
  | { ok: false; reason: "signedOut" | "network" };

/** Where files are sent to, as the one part of a form of type `multipart/form-data`. */
export const uploadPath = "/admin/files";
/** What that part is called. */
export const uploadPart = "file";

/**
 * Uploads a file. `progress` is told how much of it was sent, from 0 to 1; `signal` ends it. Resolves whatever happens.
 */
export function upload(
  file: File,
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<UploadAnswer> {
  return new Promise((resolve) => {
    // The one way of browsers to tell how much was sent.
    const request = new XMLHttpRequest();
    const fail = () => resolve({ ok: false, reason: "network" });
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener("load", () => resolve(answerOf(request)));
    request.addEventListener("error", fail);
    request.addEventListener("abort", fail);
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", uploadPath);
    request.setRequestHeader("accept", "application/json");
    const form = new FormData();
    form.set(uploadPart, file);
    request.send(form);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): UploadAnswer {
  if (status === 401) return { ok: false, reason: "signedOut" };
  const said = parsed(responseText);
  if (said && "id" in said) return { ok: true, id: String(said.id) };
  if (said && "message" in said) return { ok: false, reason: "refused", message: String(said.message) };
  return { ok: false, reason: "network" };
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
