/** Builds the site for production, unless the build there is of these very sources. */
export function build(options?: { quiet?: boolean }): Promise<void>;
