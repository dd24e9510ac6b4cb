/**
 * For every change stream of ours: how long the database may hold its answer back while nothing happens. Its own second
 * is what each opening and each end of a process would wait for; a change is told at once, whatever this is.
 */
export const watching = { maxAwaitTimeMS: 200 } as const;
