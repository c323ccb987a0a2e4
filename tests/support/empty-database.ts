/** A database without tables, for tests of what makes them. */
import { inject } from "vitest";
import { v4 } from "uuid";
import { statements } from "./test-postgres";

/** Makes one and returns its address; it goes with the run. */
export async function emptyDatabase(): Promise<string> {
  const name = `${inject("prefix")}_${v4().replaceAll("-", "")}`;
  await statements(inject("admin"), `CREATE DATABASE ${name}`);
  const address = new URL(inject("admin"));
  address.pathname = `/${name}`;
  return address.href;
}
