import { ApiError, expectAnswer } from './ask.ts';

const reload = 'RELOAD';

/** True where only a page that is loaded anew has the code that did not come. */
export function mustReload(error: unknown): boolean {
  return error instanceof ApiError && error.code === reload;
}

/**
 * Code that comes when it is wanted. Throws an ApiError that says what to do where it does not: another console may
 * have taken the place of this one, or Galley did not answer once. Chromium asks for no module again that failed.
 */
export async function loadCode<Code>(load: () => Promise<Code>): Promise<Code> {
  try {
    return await load();
  } catch {
    await expectAnswer();
    throw new ApiError('This part of Galley has to be loaded anew. Reload the page to go on.', reload);
  }
}
