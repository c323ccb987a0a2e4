export const root: string;

/** A path inside the repository. */
export function inRepo(...parts: string[]): string;

/** The folder that keeps what this installation made. Made if missing. */
export function dataFolder(): string;
