/**
 * The catalogue: every error that a person or a program may meet. A sentence says what, which one and what to do;
 * `details` holds what a program needs. docs/errors.md lists them all.
 */
import { aiErrors } from './errors/ai-errors.ts';
import { aiSettingsErrors } from './errors/ai-settings-errors.ts';
import { apiErrors } from './errors/api-errors.ts';
import { bootErrors } from './errors/boot-errors.ts';
import { fileErrors } from './errors/file-errors.ts';
import { runErrors } from './errors/run-errors.ts';
import { stageErrors } from './errors/stage-errors.ts';

export type { SettingProblem } from './errors/run-errors.ts';
export { shownDetails } from './errors/shown-details.ts';
export { GalleyError, isError } from './galley-error.ts';

export const errors = {
  ...runErrors,
  ...stageErrors,
  ...aiErrors,
  ...bootErrors,
  ...fileErrors,
  ...apiErrors,
  ...aiSettingsErrors,
};
