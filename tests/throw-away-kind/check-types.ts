/**
 * Checks the types of the project in this folder each time that it is asked to: of all files, or of those alone that
 * are named. A process of its own, which reads again only what was changed: half of the work is libraries' types.
 */
import ts from "typescript";

const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
const project = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
const options: ts.CompilerOptions = { ...project.options, noEmit: true, incremental: false };
delete options.tsBuildInfoFile;

const host = ts.createCompilerHost(options);
const read = new Map<string, ts.SourceFile>();
const readAnew = host.getSourceFile;
host.getSourceFile = (name, ...how) => {
  const known = read.get(name);
  if (known && known.text === host.readFile(name)) return known;
  const file = readAnew(name, ...how);
  if (file) read.set(name, file);
  return file;
};

let program: ts.Program | undefined;

/** What is wrong in these files, or in all where none is named, as `tsc` says it; empty where nothing is. */
function check(only: string[]): string {
  const now = ts.createProgram({ rootNames: project.fileNames, options, host, oldProgram: program });
  program = now;
  const files = only.map((path) => now.getSourceFile(ts.sys.resolvePath(path)));
  const found = files.length
    ? files.flatMap((file) => now.getSemanticDiagnostics(file))
    : ts.getPreEmitDiagnostics(now);
  return ts.formatDiagnostics([...project.errors, ...found], {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => "\n",
  });
}

process.on("message", (only: string[]) => process.send?.(check(only)));
