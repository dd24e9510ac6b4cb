import { expect, it } from 'vitest';
import { awaitsPictures } from '../../../admin/shell/article/images/awaits-pictures.ts';

const failure = { code: 'AI_REFUSED', message: 'It would not.', at: '2026-01-01T00:00:00Z', stage: 'images' };
const made = { status: 'GENERATED', failure: null } as const;
const waits = { status: 'PENDING', failure: null } as const;
const failed = { status: 'PENDING', failure } as const;

it.each([
  ['one waits for a run', true, [made, waits], 1],
  ['the last one was stored while the draft was read', true, [made], 1],
  ['all are made', false, [made, made], 0],
  ['what is left has failed', false, [made, failed], 0],
])('a draft is read anew as the run goes on: %s', (_, is, images, pending) => {
  expect(awaitsPictures({ images, imageCounts: { pending } })).toBe(is);
});
