import { type QueryClient, useQuery } from '@tanstack/react-query';
import { graphql } from '../../data/gql/gql.ts';
import type { AiSettingsQuery, AiSettingsViewFragment } from '../../data/gql/graphql.ts';
import { useWires } from '../../data/wires.ts';

graphql(`
  fragment AiSettingsView on AiSettings {
    baseUrl textModels imageModels usdPerMonth
    keys { provider lastFour setAt setBy }
  }
`);
const settingsDocument = graphql(`
  query AiSettings($siteId: ObjectID!) {
    aiSettings { ...AiSettingsView }
    aiProviders(siteId: $siteId) { sample text { provider model } image { provider model } }
  }
`);

export const updateAiDocument = graphql(`
  mutation UpdateAiSettings($input: UpdateAiSettingsInput!) {
    updateAiSettings(input: $input) { aiSettings { ...AiSettingsView } }
  }
`);
export const removeKeyDocument = graphql(`
  mutation RemoveAiKey($input: RemoveAiKeyInput!) {
    removeAiKey(input: $input) { aiSettings { ...AiSettingsView } }
  }
`);
export const testProviderDocument = graphql(`
  mutation TestProvider($input: TestProviderInput!) {
    testProvider(input: $input) { provider model latencyMs costUsd problem }
  }
`);

const settingsKey = 'aiSettings';

/** Shows settings as the API has just told them. */
export function showAiSettings(cache: QueryClient, aiSettings: AiSettingsViewFragment): void {
  cache.setQueriesData<AiSettingsQuery>(
    { queryKey: [settingsKey] },
    (before) => before && { ...before, aiSettings },
  );
}

/** The account's own keys and models, and who answers by them for a site. */
export function useAiSettings(siteId: string) {
  const { ask } = useWires();
  return useQuery({
    queryKey: [settingsKey, siteId],
    queryFn: ({ signal }) => ask(settingsDocument, { siteId }, signal),
  });
}
