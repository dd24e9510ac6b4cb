import { z } from 'zod';
import type { Rates } from '#stage';

const defaultIdeasPerCluster = 7;

export const settings = z.object({
  batchSize: z.int().min(1).max(5).default(1).describe('Clusters per batch'),
  parallel: z.int().min(1).max(16).default(1).describe('Batches in parallel'),
  ideasPerCluster: z.int().min(1).max(20).default(defaultIdeasPerCluster).describe('Ideas per cluster'),
});
export type Settings = z.infer<typeof settings>;

/** Ideas to reckon with: the site's experience, unless the setting was changed, which then speaks for itself. */
export function ideasOfCluster(
  { ideasPerCluster }: Pick<Settings, 'ideasPerCluster'>,
  rates: Pick<Rates, 'ideasPerCluster'>,
): number {
  return ideasPerCluster === defaultIdeasPerCluster ? rates.ideasPerCluster : ideasPerCluster;
}
