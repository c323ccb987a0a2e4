import { parseArgs } from "node:util";
import { WrongUse } from "./command";

/**
 * Reads `--name value` options and the words between them. Throws WrongUse for an option that is unknown,
 * lacks its value or is missing though required.
 */
export function readOptions<Known extends string, Switch extends string = never>(
  args: string[],
  {
    values = [],
    switches = [],
    required = [],
  }: { values?: Known[]; switches?: Switch[]; required?: Known[] },
): { words: string[]; given: { [K in Known]?: string } & { [K in Switch]?: boolean } } {
  const options = Object.fromEntries([
    ...values.map((name) => [name, { type: "string" as const }]),
    ...switches.map((name) => [name, { type: "boolean" as const }]),
  ]);
  const { positionals: words, values: given } = parse(args, options);
  const missing = required.find((name) => given[name] === undefined);
  if (missing) throw new WrongUse(`--${missing} is missing.`);
  return { words, given: given as { [K in Known]?: string } & { [K in Switch]?: boolean } };
}

function parse(args: string[], options: Record<string, { type: "string" | "boolean" }>) {
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { positionals, values: values as Record<string, string | boolean | undefined> };
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message.split(". To specify")[0] : String(error));
  }
}
