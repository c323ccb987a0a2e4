export interface EmbeddedPostgres {
  /** The address of our database for the application's account. */
  url: string;
  /** The address of our database for its owner. */
  ownerUrl: string;
  /** The address of any database for a superuser; only where `superuser` was asked for. */
  urlOf(database: string): string;
  release(): Promise<void>;
}

/** Starts the embedded PostgreSQL on a data folder, or joins the one that runs there. */
export function startPostgres(
  data: string,
  options?: { settings?: string[]; samePort?: boolean; superuser?: boolean },
): Promise<EmbeddedPostgres>;

/** A TCP port on loopback that is free now: the wanted one if it is, else any. */
export function freePort(wanted?: number): Promise<number>;
