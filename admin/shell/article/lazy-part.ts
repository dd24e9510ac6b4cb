import { type FunctionComponent, lazy } from 'react';

/** A part of a page whose code is loaded when it is first shown. */
export function lazyPart<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  return lazy(async () => ({ default: await load() }));
}
