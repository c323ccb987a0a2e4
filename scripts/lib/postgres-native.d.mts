/** The folder with `bin`, `lib` and `share` of the embedded PostgreSQL, reachable by `user`. */
export function nativeFolder(user: { uid: number; gid: number } | undefined): string;
