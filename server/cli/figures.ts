import { counterText } from '../engine/run-log/words.ts';

const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 3 });

/** Any number in the terminal: `49,449`, `0.5`. The log files write theirs as the plan has them. */
export function figure(value: number): string {
  return plain.format(value);
}

/** Milli-credits as credits: `1,039.2`. */
export function creditFigure(milliCredits: number): string {
  return figure(milliCredits / 1000);
}

/** Milli-credits as `1,039.2 credits`, `1 credit`. */
export function creditsFigure(milliCredits: number): string {
  return milliCredits === 1000 ? '1 credit' : `${creditFigure(milliCredits)} credits`;
}

/** A counter as `8 clusters created`; `contentCreated`, which counts drafts, as `7 drafts created`. */
export function counterFigure(counter: string, value: number): string {
  return counterText(counter.replace(/^content(?=[A-Z])/, 'drafts'), value).replace(/^\d+/, figure(value));
}
