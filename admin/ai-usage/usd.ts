import { numberFormat } from '../shell/formats.ts';

/** US dollars; small sums with as many decimals as they need. */
export function usd(locale: string, amount: number): string {
  const digits = amount !== 0 && Math.abs(amount) < 1 ? 4 : 2;
  return numberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}
