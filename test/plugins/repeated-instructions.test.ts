import { describe, expect, it } from 'vitest';
import type { TextCall } from '#stage';
import { clusteringCall } from '../../plugins/cluster-keywords/prompt.ts';
import { finishCall, outlineCall, sectionCall } from '../../plugins/generate-content/prompt.ts';
import { ideasCall } from '../../plugins/generate-ideas/prompt.ts';
import { imagePromptsCall } from '../../plugins/generate-image-prompts/prompt.ts';
import { anAssignment } from './generate-content/offline-article.ts';
import { anInput } from './generate-ideas/an-input.ts';

const assignment = anAssignment();
const outline = await outlineCall.offline(assignment);
const { site, title, keywords } = assignment;

/** A call's rule on its own offline answer, and on the same answer where one text goes on with what the model was told. */
async function faultsOf<Input, Reply>(call: TextCall<Input, Reply>, input: Input) {
  const reply = await call.offline(input);
  const told = call.prompt(input).system.split('\n').join(' ');
  let isSaid = false;
  const leaking: Reply = JSON.parse(JSON.stringify(reply), (_, value) => {
    if (isSaid || typeof value !== 'string' || value.length < 10) return value;
    isSaid = true;
    return `${value} ${told.slice(0, 150)}`;
  });
  return [call.fault?.(reply, input), call.fault?.(leaking, input)];
}

const clustering = {
  language: 'en',
  country: null,
  audience: null,
  offered: [],
  ahead: [],
};
const faults = {
  clusters: faultsOf(clusteringCall, {
    ...clustering,
    site: 'Site',
    keywords: ['cold brew', 'cold brew ratio'],
  }),
  ideas: faultsOf(ideasCall, anInput()),
  'an outline': faultsOf(outlineCall, assignment),
  'a section': faultsOf(sectionCall, { assignment, outline, section: 0, words: 100, earlier: [], links: [] }),
  'the finish of an article': faultsOf(finishCall, { assignment, outline, written: [] }),
  'image prompts': faultsOf(imagePromptsCall, {
    ...{ site, title, keywords, excerpt: '' },
    places: [{ position: 0, heading: null, text: 'Opening.' }],
  }),
};

describe('a reply that breaks the rule of its call', () => {
  it('is sent back where it is an outline or the finish of an article', async () => {
    expect(outlineCall.fault?.({ sections: [] }, assignment)).toContain('0 sections');
    const input = { assignment, outline, written: [] };
    const finish = await finishCall.offline(input);
    expect(finishCall.fault?.({ ...finish, metaTitle: '' }, input)).toBe('metaTitle is empty.');
  });
});

describe('a reply that repeats what the model was told', () => {
  it.each(Object.entries(faults))('is sent back where it is %s', async (_, both) => {
    const [usual, leaking] = await both;
    expect(usual).toBeUndefined();
    expect(leaking).toContain('repeats its instructions');
  });
});
