import type { BatchAi } from '#stage';
import { type ClusteringInput, type ClusteringReply, clusteringCall } from './prompt.ts';

/**
 * The AI's answer for a batch, with a view of what waits behind it. Where the AI cannot deal with that, it is asked
 * without: a batch shall not fail for a keyword that is none of its own. Throws AI_* errors of the catalogue.
 */
export async function askToSort(input: ClusteringInput, ai: BatchAi): Promise<ClusteringReply> {
  try {
    return await ai.text(clusteringCall, input);
  } catch (error) {
    if (input.ahead.length === 0 || !wouldFailItems(error)) throw error;
    return ai.text(clusteringCall, { ...input, ahead: [] });
  }
}

/** True of an answer that was refused or of no use; anything else is not about the keywords. */
function wouldFailItems(error: unknown): boolean {
  return error instanceof Error && 'scope' in error && error.scope === 'item';
}
