/**
 * Looks into one file, in a process of its own: what comes from people may be made to keep a program busy, to fill its
 * memory or to end it. Its arguments are the file and a folder for what it makes; it prints what it found as JSON.
 */
import { examineFile } from "./examine-file";

const [path = "", folder = ""] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await examineFile(path, folder)));
