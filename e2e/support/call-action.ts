/**
 * Calls server actions as Next's own scripts do, but without a browser: what a form would send, what no form of ours
 * would, and as whom one likes. Actions are known by file and name; which of them a build holds, and under what id,
 * its own manifest says.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** A function that a build answers to. */
export interface BuiltAction {
  id: string;
  /** Its file and name, as `app/admin/people/actions.ts#disable`. */
  name: string;
  /** The pages that it can be posted to, as `app/admin/people/page`. */
  pages: string[];
}

interface ServerReferences {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
}

const root = process.env.ENTENTE_BUILD ?? ".next";

/** Every server action of the build. */
export function builtActions(): BuiltAction[] {
  const { node } = JSON.parse(
    readFileSync(join(root, "server", "server-reference-manifest.json"), "utf8"),
  ) as ServerReferences;
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    pages: Object.keys(workers),
  }));
}

/** Every address that the build answers to, as Next names it: `/admin/[list]/[id]`. */
export function builtRoutes(): string[] {
  const routes = readFileSync(join(root, "app-path-routes-manifest.json"), "utf8");
  return Object.values(JSON.parse(routes) as Record<string, string>);
}

interface Client {
  encodeReply(args: unknown[]): Promise<string | FormData>;
  createFromReadableStream(body: ReadableStream, options: object): Promise<{ a: unknown }>;
}

// The very code by which Next's scripts write what they send and read what they get.
const client = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-turbopack/cjs/react-server-dom-turbopack-client.node.production.js",
) as Client;

// Pages that come back with an answer name components by files of the build. They are not drawn here.
const anyModule = new Proxy({}, { get: () => ({ "*": { id: "", chunks: [], name: "*" } }) });
const reading = {
  serverConsumerManifest: { moduleMap: anyModule, serverModuleMap: {}, moduleLoading: null },
};

export interface ActionCall {
  /** The site's address, as `http://localhost:3000`. */
  site: string;
  /** The page that it is posted to: one of the action's own. */
  page: string;
  /** The action's file and name. */
  action: string;
  args: unknown[];
  /** The caller's cookies, as a browser would send them. */
  cookie?: string;
  /** The page's origin by default; null sends none. */
  origin?: string | null;
  headers?: Record<string, string>;
}

export interface ActionAnswer {
  status: number;
  /** What the action returned; undefined where it returned nothing or did not get that far. */
  value: unknown;
  /** Where it leads, as a path with its query. */
  redirect: string | null;
  /** Whether the action threw. */
  failed: boolean;
  /** The cookies that it sets, as `Set-Cookie` has them. */
  cookies: string[];
  /** All that came back, as text. */
  text: string;
}

/**
 * Calls an action. Give records and other forms as `FormData`, with what a form action gets before it:
 * `callAction({ site, page: "/admin/visits/new", action: "app/admin/actions/write-record.ts#writeRecord",
 * args: [null, form], cookie })`.
 */
export async function callAction(call: ActionCall): Promise<ActionAnswer> {
  const id = builtActions().find(({ name }) => name === call.action)?.id;
  if (!id) throw new Error(`The build has no action ${call.action}`);
  const { origin = call.site, cookie } = call;
  const response = await fetch(new URL(call.page, call.site), {
    method: "POST",
    redirect: "manual",
    headers: {
      accept: "text/x-component",
      "next-action": id,
      ...(origin === null ? {} : { origin }),
      ...(cookie ? { cookie } : {}),
      ...call.headers,
    },
    body: await client.encodeReply(call.args),
  });
  const text = await response.text();
  const isAnswer = response.headers.get("content-type")?.startsWith("text/x-component") ?? false;
  const [to] = (response.headers.get("x-action-redirect") ?? "").split(";");
  return {
    status: response.status,
    ...(isAnswer && !to ? await readAnswer(text) : { value: undefined, failed: !to }),
    redirect: to || null,
    cookies: response.headers.getSetCookie(),
    text,
  };
}

async function readAnswer(text: string): Promise<{ value: unknown; failed: boolean }> {
  const body = new Blob([text]).stream();
  try {
    return { value: await (await client.createFromReadableStream(body, reading)).a, failed: false };
  } catch {
    return { value: undefined, failed: true };
  }
}

/** A form's names and values as the browser would send them. */
export function formOf(values: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values))
    for (const one of [value].flat()) form.append(name, one);
  return form;
}
