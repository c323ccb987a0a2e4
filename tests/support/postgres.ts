/** Runs once for all integration tests: starts PostgreSQL and tells the workers how to clone a database. */
import type { TestProject } from "vitest/node";
import { startCluster } from "./cluster";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the administrative database. */
    admin: string;
    /** What this run's databases are called. */
    prefix: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startCluster();
  project.provide("admin", cluster.urlOf("postgres"));
  project.provide("prefix", cluster.prefix);
  return () => cluster.close();
}
