/** A disk of 64 kB that is full after some documents: readers get all of them, and the log says so. */
import { execFileSync } from "node:child_process";
import { readAll } from "../support/pages";
import type { Part } from "./main";

export const disk: Part = async (rig): Promise<Record<string, string | number>> => {
  if (process.getuid?.() !== 0) return { skipped: "only root may mount a small disk" };
  const data = rig.folder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", data], { stdio: "ignore" });
  } catch {
    return { skipped: "a small disk cannot be mounted here" };
  }
  try {
    const server = await rig.serve({ data });
    await readAll(server.origin);
    await readAll(server.origin);
    const warnings = server.lines.filter(
      ({ level, msg }) => level === 40 && msg === "document not kept on disk",
    );
    if (warnings.length === 0) throw new Error("the log says nothing of a full disk");
    await server.end("SIGTERM");
    return { warnings: warnings.length, readers: "served" };
  } finally {
    execFileSync("umount", [data]);
  }
};
