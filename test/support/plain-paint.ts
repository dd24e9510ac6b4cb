import type { Paint } from '../../server/cli/format.ts';

/** Colours nothing, as for what is no terminal. */
export const plainPaint: Paint = (_, text) => text;
