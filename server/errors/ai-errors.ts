import { GalleyError } from '../galley-error.ts';
import { closed } from './wording.ts';

/** What goes wrong with an AI, and with what it brought forth. */
export const aiErrors = {
  aiUnusable: (d: { purpose: string; fault: string }) =>
    new GalleyError(
      'AI_UNUSABLE',
      `The AI's answer to "${d.purpose}" was unusable three times: ${closed(d.fault)} Retry the item, or change it.`,
      d,
      'item',
    ),
  aiRefused: (d: { purpose: string; reason: string }) =>
    new GalleyError(
      'AI_REFUSED',
      `The AI refused "${d.purpose}": ${closed(d.reason)} Change the item, then retry it.`,
      d,
      'item',
    ),
  /** `mayBePaid`: it had taken the question, and may ask money for it. */
  aiUnavailable: (d: {
    provider: string;
    reason: string;
    retryAfterMs?: number;
    isRateLimit?: boolean;
    mayBePaid?: boolean;
  }) =>
    new GalleyError(
      'AI_UNAVAILABLE',
      {
        what: `The AI provider "${d.provider}" is unavailable: ${closed(d.reason)}`,
        toDo: 'Try again when it is back.',
      },
      d,
      'transient',
    ),
  aiRejectedKey: (d: { provider: string }) =>
    new GalleyError(
      'AI_REJECTED_KEY',
      `The AI provider "${d.provider}" rejected the API key. Check the key.`,
      d,
    ),
  /** Samples could be had in its place, but would be charged like what it made. */
  aiNotSetUp: (d: { provider: string; kind: 'text' | 'image' }) =>
    new GalleyError(
      'AI_NOT_SET_UP',
      `The AI provider "${d.provider}", which makes this run's ${d.kind}s, is not set up any more: its ${d.provider === 'compatible' ? 'base URL' : 'key'} is neither among the account's AI settings nor in the environment of the worker. Set it again (in the environment, for every worker), then resume the run; for samples, start a new run.`,
      d,
    ),
  aiNoSuchModel: (d: { provider: string; model: string }) =>
    new GalleyError(
      'AI_NO_SUCH_MODEL',
      `The AI provider "${d.provider}" has no model "${d.model}", or none that this key may use. Name another model.`,
      d,
    ),
  aiNoQuota: (d: { provider: string }) =>
    new GalleyError(
      'AI_NO_QUOTA',
      `Your account with the AI provider "${d.provider}" has no credit left. Add some there.`,
      d,
    ),
  aiUnreachable: (d: { provider: string; reason: string }) =>
    new GalleyError(
      'AI_UNREACHABLE',
      {
        what: `The AI provider "${d.provider}" cannot be reached: ${closed(d.reason)}`,
        toDo: 'Check the network and the address.',
      },
      d,
      'transient',
    ),
  aiCertificate: (d: { provider: string; reason: string }) =>
    new GalleyError(
      'AI_CERTIFICATE',
      `The certificate of the AI provider "${d.provider}" is not trusted: ${closed(d.reason)} Fix the certificate or the address.`,
      d,
    ),
  aiBadRequest: (d: { provider: string; reason: string }) =>
    new GalleyError(
      'AI_BAD_REQUEST',
      `The AI provider "${d.provider}" rejected the request: ${closed(d.reason)} Choose another model.`,
      d,
    ),
  aiTooLong: (d: { provider: string; model: string }) =>
    new GalleyError(
      'AI_TOO_LONG',
      `The prompt is too long for the model "${d.model}" of "${d.provider}". Shorten the item, or choose another model, then retry it.`,
      d,
      'item',
    ),
  unknownModel: (d: { model: string }) =>
    new GalleyError(
      'UNKNOWN_MODEL',
      `No price is set for the model "${d.model}". Choose one from the price table.`,
      d,
    ),
  invalidUsage: (d: { part: string }) =>
    new GalleyError(
      'INVALID_USAGE',
      `A stage says that a batch used ${d.part}, which has no price in whole thousandths of a credit. Nothing is charged for it. Correct the stage's usage, then resume.`,
      d,
    ),
};
