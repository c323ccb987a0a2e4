export interface FileSpec {
  kind: "file";
}

export const fileSpec = (): FileSpec => ({ kind: "file" });
