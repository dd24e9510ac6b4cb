import { GalleyError } from '../galley-error.ts';
import { closed } from './wording.ts';

/** What goes wrong with an AI, and with what it brought forth. */
export const aiErrors = {
  aiUnusable: (d: { purpose: string; fault: string }) =>
    new GalleyError(
      'AI_UNUSABLE',
      `The AI's answer to "${d.purpose}" could not be used, three times over: ${closed(d.fault)} Retry the item, or change it.`,
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
  aiUnavailable: (d: { provider: string; reason: string; retryAfterMs?: number }) =>
    new GalleyError(
      'AI_UNAVAILABLE',
      `The AI provider "${d.provider}" does not answer: ${closed(d.reason)} Resume the run when it is back.`,
      d,
      'transient',
    ),
  aiRejectedKey: (d: { provider: string }) =>
    new GalleyError(
      'AI_REJECTED_KEY',
      `The AI provider "${d.provider}" rejected the API key. Check the key, then resume the run.`,
      d,
    ),
  unknownModel: (d: { model: string }) =>
    new GalleyError(
      'UNKNOWN_MODEL',
      `No price is set for the model "${d.model}". Choose one that the price table lists.`,
      d,
    ),
};
