export function postgresUser(): { uid: number; gid: number } | null;
export function openToAll(path: string): boolean;
