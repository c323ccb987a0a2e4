/** The server that runs on a data folder, or null. */
export function runningOn(folder: string): Promise<{ pid: number; port: number } | null>;
