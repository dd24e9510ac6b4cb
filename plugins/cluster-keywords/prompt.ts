import { z } from 'zod';
import type { TextCall } from '#stage';
import { dataBlock, dataBlockRule } from '../../language/data-block.ts';
import { leakFault } from '../../language/prompt-leak.ts';
import { faultOf } from './faults.ts';
import { clusterOffline } from './offline.ts';

/** A cluster that the site has and that new keywords may join. */
export interface OfferedCluster {
  /** `C1`, `C2` … by which a reply names it. */
  readonly ref: string;
  readonly name: string;
  /** Some of its keywords. */
  readonly phrases: readonly string[];
}

/** What is asked: the keywords of a batch, numbered from 1 by their order. */
export interface ClusteringInput {
  readonly site: string;
  /** BCP 47. */
  readonly language: string;
  readonly country: string | null;
  readonly audience: string | null;
  readonly keywords: readonly string[];
  readonly offered: readonly OfferedCluster[];
  /** Keywords of later batches, by which the site's topics show; they are not sorted now. */
  readonly ahead: readonly string[];
}

const replySchema = z.object({
  clusters: z
    .array(
      z.object({
        join: z.string().nullable(),
        name: z.string().trim().min(1).max(80),
        description: z.string().trim().max(300),
        keywords: z.array(z.number().int()).min(1),
      }),
    )
    .min(1),
});

export type ClusteringReply = z.infer<typeof replySchema>;

const system = `You are a senior SEO strategist who turns a website's keyword list into topic clusters. Each cluster becomes a group of articles, so it must hold the keywords that one topic answers, as a reader would see it.

How to decide:
- Group by topic, not by wording or by intent. "best espresso machine", "espresso machine reviews" and "cheap espresso machines" are one topic; "how to clean an espresso machine" belongs to it too, unless the list holds enough on cleaning to fill articles of its own.
- A word that two keywords share is no topic by itself: "rose fertilizer" belongs with roses, not with "tomato fertilizer".
- Prefer an existing cluster wherever a keyword fits its topic. Never make a new cluster that is nearly the same as an existing one.
- Aim at clusters of 3 to 10 keywords. A keyword that fits nowhere gets a cluster of its own, named broadly enough for more to follow.
- Read the keywords in <still-to-come> before you decide, so that you see the site's topics whole. They tell how broad a cluster and its name should be, but they are sorted later: number none of them.
- Name a new cluster as a section of the website would be named: 1 to 4 words, a topic and not a question, no intent words such as "best" or "how to", in the site's language and its spelling and capitalisation.
- Describe each new cluster in one sentence in the site's language: what it covers, and what it leaves to others.

${dataBlockRule}

Answer with one JSON object and nothing else:
{"clusters": [{"join": "C3" or null, "name": "...", "description": "...", "keywords": [1, 5, 9]}]}
- "join": the reference of an existing cluster, or null for a new one. Each existing cluster at most once; those that gain nothing are left out.
- "name": the new cluster's name; for an existing one, its name as given.
- "description": of a new cluster; for an existing one, which has its own, an empty text.
- "keywords": numbers from the list. Every number stands in exactly one cluster.`;

/** Asks to sort a batch's keywords into the site's clusters and new ones. */
export const clusteringCall: TextCall<ClusteringInput, ClusteringReply> = {
  purpose: 'cluster',
  promptVersion: '4',
  prompt: (input) => ({ system, user: userPrompt(input) }),
  schema: replySchema,
  fault: (reply, input) => leakFault(reply, system) ?? faultOf(reply, input),
  offline: clusterOffline,
};

function userPrompt({ keywords, offered, ahead, ...site }: ClusteringInput): string {
  return [
    dataBlock('site', site),
    dataBlock(
      'existing-clusters',
      offered.map(({ ref, name, phrases }) => `${ref}: ${name} (${phrases.join('; ')})`),
    ),
    dataBlock(
      'keywords',
      keywords.map((phrase, index) => `${index + 1}. ${phrase}`),
    ),
    dataBlock('still-to-come', ahead),
    `Sort the ${keywords.length} keywords into clusters.`,
  ].join('\n\n');
}
