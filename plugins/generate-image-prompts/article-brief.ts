import { z } from 'zod';

/** Where one picture goes. Position 0 is the featured image and has no heading. */
export interface Place {
  readonly position: number;
  readonly heading: string | null;
  /** What the article says there; may be empty. */
  readonly text: string;
}

/** What a picture editor knows of an article and its site. */
export interface ArticleBrief {
  readonly title: string;
  readonly excerpt: string;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly country: string | null;
  readonly audience: string | null;
  readonly brandVoice: string | null;
  readonly avoidWords: readonly string[];
  /** At least one; the first is position 0. */
  readonly places: readonly Place[];
}

/** Screen readers are read to the end of this many characters, and search engines agree. */
export const maxAlt = 125;
/** Characters; the shortest limit among image models is about this. */
export const maxPrompt = 1000;

/** What the picture editor answers. */
export const imagePromptsReply = z.object({
  images: z.array(
    z.object({
      position: z.int().min(0),
      prompt: z.string().trim().min(20).max(maxPrompt),
      alt: z.string().trim().min(3).max(maxAlt),
    }),
  ),
});
export type ImagePrompts = z.infer<typeof imagePromptsReply>;
