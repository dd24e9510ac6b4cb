import { GalleyError } from '../galley-error.ts';
import { closed, dollars } from './wording.ts';

/** What is wrong with whom an account asks its AI, with the keys for it, or with what that may cost. */
export const aiSettingsErrors = {
  masterKeyMissing: () =>
    new GalleyError(
      'MASTER_KEY_MISSING',
      'Keys are stored encrypted, but no secret is set to encrypt them with. Set GALLEY_SECRET to the same 32 or more random characters for every process, then restart them.',
    ),
  masterKeyUnusable: (d: { file: string; problem: string }) =>
    new GalleyError(
      'MASTER_KEY_UNUSABLE',
      `The file ${d.file}, with which keys are encrypted, cannot be used: ${closed(d.problem)} Fix it, or set GALLEY_SECRET to what it held.`,
      d,
    ),
  /** `field` such as `keys.openai`. */
  secretUnreadable: (d: { field: string; masterVersion: number }) =>
    new GalleyError(
      'SECRET_UNREADABLE',
      `The stored secret "${d.field}" cannot be decrypted with version ${d.masterVersion} of GALLEY_SECRET. Add the secret of that version back, or set the key again.`,
      d,
    ),
  /** `setting` such as `textModels`. */
  aiSettingsUnusable: (d: { setting: string; problem: string }) =>
    new GalleyError(
      'AI_SETTINGS_UNUSABLE',
      `The account's AI settings cannot be used: ${d.setting} ${closed(d.problem)} Correct them, then continue.`,
      d,
    ),
  aiHostRefused: (d: { host: string; problem: string }) =>
    new GalleyError(
      'AI_HOST_REFUSED',
      `Galley will not call the AI host "${d.host}": ${closed(d.problem)} Use another, or ask whoever runs this server to add it to ALLOW_PRIVATE_AI_HOSTS.`,
      d,
    ),
  runCapReached: (d: { capUsd: number; spentUsd: number }) =>
    new GalleyError(
      'RUN_CAP_REACHED',
      `The run's next AI call would exceed the ${dollars(d.capUsd)} that a run of this site may cost; it has cost ${dollars(d.spentUsd)} so far. Raise the site's "usdPerRun", then resume the run: nothing is bought twice.`,
      d,
    ),
  /** `month` such as `2025-12`. */
  monthCapReached: (d: { month: string; capUsd: number; spentUsd: number }) =>
    new GalleyError(
      'MONTH_CAP_REACHED',
      `The next AI call would exceed the ${dollars(d.capUsd)} that the account's calls may cost in ${d.month}; they have cost ${dollars(d.spentUsd)} so far. Raise "usdPerMonth" or wait for the next month, then resume the run: nothing is bought twice.`,
      d,
    ),
};
