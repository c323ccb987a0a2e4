/** What Next tells of errors of the desk, before it answers. */
import type { Instrumentation } from "next";

/** Notes what no form of ours sends: someone has tampered with a request. All else is Next's to report. */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // The class has a copy in each of Next's bundles: its name is what they share.
  if (!(error instanceof Error) || error.name !== "TamperedRequest") return;
  const { noteTampering } = await import("@/lib/auth/note-tampering");
  noteTampering();
};
