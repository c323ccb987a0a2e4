/** What can stand in the way of a write besides what the record itself says. */

/** Why other records, or its own state, stand in the way of a write. */
export const blockedCodes = [
  "unpublishedReferences",
  "stillReferredTo",
  "predecessorNamed",
  "predecessorUnpublished",
  "dossierTrashed",
  "trashedReferences",
  "wrongState",
  "reviewNotAsked",
  "reviewWaiting",
] as const;
export type BlockedCode = (typeof blockedCodes)[number];
