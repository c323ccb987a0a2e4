/** The browser for tests: Playwright's own where it is installed, else the system's, else null. */
export function findChromium(): string | null;
