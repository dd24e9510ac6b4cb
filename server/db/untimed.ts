/**
 * For what takes as long as there is data, such as an index of a large collection: no limit of its own. A server that is
 * frozen or gone ends it all the same.
 */
export const untimed = { timeoutMS: 0 } as const;
