/** A pasted table may hold so many records, which are recognised and saved by one act each. */
export const mostRecords = 500;
