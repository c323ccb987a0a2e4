/**
 * Which pages own which server actions, as the build's manifests say. Next answers an action that was posted to
 * another page by fetching the owning page from itself, with the reader's headers: such a request is refused before.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const actionsShape = z.object({
  node: z.record(z.string(), z.object({ workers: z.record(z.string(), z.unknown()) })),
});
/** From a page's file, as `/admin/[list]/page`, to its route, as `/admin/[list]`. */
const routesShape = z.record(z.string(), z.string());

/** Whether an action, by its id, belongs to another page than the one at this path. Unknown actions belong to none. */
export type IsForeignAction = (action: string, path: string) => boolean;

/** Reads the manifests of the build in `.next`. Throws where there are none. */
export async function foreignActions(root: string): Promise<IsForeignAction> {
  const read = async (name: string) =>
    JSON.parse(await readFile(join(root, ".next", name), "utf8")) as unknown;
  return foreignActionsOf(
    actionsShape.parse(await read("server/server-reference-manifest.json")),
    routesShape.parse(await read("app-path-routes-manifest.json")),
  );
}

/** The same from the manifests' contents. */
export function foreignActionsOf(
  { node }: z.infer<typeof actionsShape>,
  routes: z.infer<typeof routesShape>,
): IsForeignAction {
  const routeOf = routeFinder(Object.values(routes));
  const owners = new Map(
    Object.entries(node).map(([action, { workers }]) => [
      action,
      // Next has no forward to make where an action has no page at all.
      new Set(Object.keys(workers).map((file) => routes[file.replace(/^app/, "")])),
    ]),
  );
  return (action, path) => {
    const pages = owners.get(action);
    return pages !== undefined && !pages.has(routeOf(path));
  };
}

/** Finds the route of a path as Next does: at the first difference a written segment goes before a parameter. */
function routeFinder(routes: readonly string[]): (path: string) => string | undefined {
  const sorted = routes.map((route) => route.split("/").slice(1)).sort(bySpecificity);
  return (path) => {
    const segments = path.split("/").slice(1);
    const found = sorted.find((route) => fits(route, segments));
    return found && `/${found.join("/")}`;
  };
}

const isRest = (segment: string | undefined) => segment !== undefined && /^\[{1,2}\.\.\./.test(segment);
const rank = (segment: string) => (isRest(segment) ? 2 : segment.startsWith("[") ? 1 : 0);

function bySpecificity(one: readonly string[], other: readonly string[]): number {
  for (let index = 0; index < Math.min(one.length, other.length); index += 1) {
    const difference = rank(one[index]!) - rank(other[index]!);
    if (difference !== 0) return difference;
  }
  return other.length - one.length;
}

function fits(route: readonly string[], segments: readonly string[]): boolean {
  if (isRest(route.at(-1)) ? segments.length < route.length : segments.length !== route.length) return false;
  return route.every((segment, index) => segment.startsWith("[") || segment === segments[index]);
}
