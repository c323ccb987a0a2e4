/** One hash over the names and contents of files and folders of the repository, and over some texts. */
export function hashOf(paths: readonly string[], ...more: string[]): string;
