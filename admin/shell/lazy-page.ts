import { type FunctionComponent, lazy } from 'react';

/** A page whose code is loaded when it is first opened. */
export function lazyPage(load: () => Promise<FunctionComponent>): FunctionComponent {
  return lazy(async () => ({ default: await load() }));
}
