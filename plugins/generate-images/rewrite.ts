import { z } from 'zod';
import type { Prompt, TextCall } from '#stage';
import { dataBlock, dataBlockRule } from '../../language/data-block.ts';
import type { PictureBrief } from './picture-brief.ts';

const maxPrompt = 1_000;

const reply = z.object({ prompt: z.string().trim().min(20).max(maxPrompt) });
type Rewritten = z.infer<typeof reply>;

/** A prompt that an image model refused, in other words. */
export const rewriteCall: TextCall<PictureBrief, Rewritten> = {
  purpose: 'picture-rewrite',
  promptVersion: '1',
  prompt: rewritePrompt,
  schema: reply,
  fault: ({ prompt }, { prompt: refused }) =>
    prompt.toLowerCase() === refused.trim().toLowerCase()
      ? 'The prompt is the one that was refused; describe another scene.'
      : undefined,
  offline: calmScene,
};

function rewritePrompt({ prompt }: PictureBrief): Prompt {
  return {
    system: [
      'You are the picture editor of a website. An image model refused the prompt in <refused> by its policy. Write one',
      'that it will take, for the same place in the same article.',
      '',
      'Rules:',
      `- Write it in English, 40 to 90 words, at most ${maxPrompt} characters.`,
      '- Keep subject, composition, light, colours and medium as far as a strict policy lets you.',
      '- Show objects, places or materials instead of people, bodies, weapons, drugs, wounds or conflict.',
      '- Name no person, brand, artist or character, and copy no style that belongs to one.',
      '- No text, letters, numbers, logos or watermarks in the picture.',
      '',
      dataBlockRule,
    ].join('\n'),
    user: [dataBlock('refused', prompt), 'Reply with prompt.'].join('\n'),
  };
}

const scenes = [
  'A tidy wooden table by a window, with a plain cup, a closed notebook and a branch in a glass',
  'A quiet room with morning light on a bare wall, a simple chair and a folded cloth',
  'Smooth stones, dried grasses and linen, laid out on a pale surface and seen from above',
  'A garden path after the rain, out of focus at its end, with leaves in the foreground',
];

/** Nothing of the prompt that was refused: what of it was wrong is not known. */
function calmScene({ prompt }: PictureBrief): Rewritten {
  const scene = scenes[prompt.length % scenes.length];
  return { prompt: `${scene}. Soft daylight from the left, muted natural colours, calm composition.` };
}
