import type { GalleyError } from '../galley-error.ts';

/** Details that are milli-credits, by the error's code. */
const creditDetails: Readonly<Record<string, readonly string[]>> = {
  INSUFFICIENT_CREDITS: ['estimate', 'needed', 'available'],
  HOLD_SHORT: ['needed', 'left'],
};

/** An error's details as programs outside see them: credits are whole ones there, with up to three decimals. */
export function shownDetails({ code, details }: GalleyError): Record<string, unknown> {
  const inCredits = creditDetails[code] ?? [];
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      inCredits.includes(name) ? Number(value) / 1_000 : value,
    ]),
  );
}
