import { z } from 'zod';
import type { SiteFacts } from '../../schema/site-facts.ts';

/** Where one picture goes. Position 0 is the featured image and has no heading. */
export interface Place {
  readonly position: number;
  readonly heading: string | null;
  /** What the article says there; may be empty. */
  readonly text: string;
}

/** What a picture editor knows of an article and its site. */
export interface ArticleBrief {
  readonly site: SiteFacts;
  readonly title: string;
  readonly excerpt: string;
  readonly keywords: readonly string[];
  /** At least one; the first is position 0. */
  readonly places: readonly Place[];
}

/** Characters; screen readers cut longer alt texts into pieces. */
export const maxAlt = 125;
/** Characters; the shortest limit among image models is about this. */
export const maxPrompt = 1000;

/** What the picture editor answers. Lengths are checked as a fault, so that the model is told and can mend them. */
export const imagePromptsReply = z.object({
  images: z.array(
    z.object({
      position: z.int().min(0),
      prompt: z.string().trim().min(20),
      alt: z.string().trim().min(1),
    }),
  ),
});
export type ImagePrompts = z.infer<typeof imagePromptsReply>;
