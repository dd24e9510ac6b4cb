import { useSearchParams } from 'react-router-dom';
import type { AiUsageBy } from '../data/gql/graphql.ts';

export const ways: readonly AiUsageBy[] = ['DAY', 'STAGE', 'MODEL', 'RUN'];
/** In days. */
export const spans = [7, 30, 90, 365] as const;

export interface UsageChoice {
  readonly by: AiUsageBy;
  readonly days: number;
  readonly isOfSite: boolean;
  choose(parameters: Readonly<Record<string, string>>): void;
}

/** What is shown of the usage, as the page's address says. */
export function useUsageChoice(): UsageChoice {
  const [parameters, setParameters] = useSearchParams();
  return {
    by: ways.find((way) => way === parameters.get('by')) ?? 'DAY',
    days: spans.find((span) => String(span) === parameters.get('days')) ?? 30,
    isOfSite: parameters.get('of') === 'site',
    choose: (chosen) =>
      setParameters(
        (before) => new URLSearchParams([...Object.entries({ ...Object.fromEntries(before), ...chosen })]),
      ),
  };
}
