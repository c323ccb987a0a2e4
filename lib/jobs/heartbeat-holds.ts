/** How old the latest sign may be, in milliseconds, before work in the background counts as standing still. */
export const heartbeatHolds = 30_000;
