import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { TextCall } from '#stage';
import type { Finish } from '../../plugins/generate-content/article.ts';
import generateContent from '../../plugins/generate-content/index.ts';
import { finishCall, outlineCall, sectionCall } from '../../plugins/generate-content/prompt.ts';
import generateIdeas from '../../plugins/generate-ideas/index.ts';
import { ideasCall } from '../../plugins/generate-ideas/prompt.ts';
import generateImagePrompts from '../../plugins/generate-image-prompts/index.ts';
import { imagePromptsCall } from '../../plugins/generate-image-prompts/prompt.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content } from '../../schema/content.ts';
import { Keyword } from '../../schema/keyword.ts';
import { Task } from '../../schema/task.ts';
import { draft } from './draft.ts';
import { anAssignment } from './generate-content/offline-article.ts';
import { anInput } from './generate-ideas/an-input.ts';
import { pluginScene } from './plugin-scene.ts';

const avoidWords = ['zippy'];
const site = { ...anAssignment().site, avoidWords };
const assignment = anAssignment({ site });
const outline = await outlineCall.offline(assignment);
const section = { assignment, outline, section: 0, words: 135, earlier: [], links: [] };
const finishing = { assignment, outline, written: [] };
const ideasInput = { ...anInput(), site };
const brief = {
  site,
  title: 'Cups',
  excerpt: '',
  keywords: [],
  places: [{ position: 0, heading: null, text: '' }],
};

const said = 'It is ZIPPY.';

/** What a call says of its own offline answer, and of one in which some text has a word to avoid. */
async function faultsOf<Input, Reply>(
  call: TextCall<Input, Reply>,
  input: Input,
  change: (reply: Reply) => Reply,
) {
  const reply = await call.offline(input);
  return [call.fault?.(reply, input), call.fault?.(change(reply), input)];
}

const withFirst = <Item>([first, ...others]: readonly Item[], change: Partial<Item>) => [
  { ...(first as Item), ...change },
  ...others,
];
const finishWith = (change: Partial<Finish>) =>
  faultsOf(finishCall, finishing, (reply) => ({ ...reply, ...change }));
const faults = {
  'the title of an idea': faultsOf(ideasCall, ideasInput, ({ ideas }) => ({
    ideas: withFirst(ideas, { title: said }),
  })),
  'the brief of an idea': faultsOf(ideasCall, ideasInput, ({ ideas }) => ({
    ideas: withFirst(ideas, { brief: said }),
  })),
  'a heading': faultsOf(outlineCall, assignment, ({ sections }) => ({
    sections: withFirst(sections, { heading: said }),
  })),
  'a section': faultsOf(sectionCall, section, ({ html }) => ({ html: `${html}<p>${said}</p>` })),
  'the opening': finishWith({ opening: `<p>${said}</p>` }),
  'the summary': finishWith({ summary: ['One.', said] }),
  'the title of the summary': finishWith({ summaryTitle: said }),
  'the excerpt': finishWith({ excerpt: said }),
  'the meta title': finishWith({ metaTitle: said }),
  'the meta description': finishWith({ metaDescription: said }),
  'an alt text': faultsOf(imagePromptsCall, brief, ({ images }) => ({
    images: withFirst(images, { alt: said }),
  })),
};

describe('a word that the site avoids', () => {
  it.each(Object.entries(faults))('is a fault of a model in %s', async (_, both) => {
    expect(await both).toEqual([undefined, 'The website avoids "zippy"; say it another way.']);
  });
});

describe('samples, which are written once for all sites,', () => {
  const scene = pluginScene();

  it('are taken though the site avoids words of theirs', async () => {
    scene.site.avoidWords = ['a', 'the', 'is', 'what', 'cold', 'sample'];
    const cluster = await scene.add(Cluster, { name: 'Cold Brew', terms: ['cold', 'brew'] });
    await scene.add(Keyword, { phrase: 'cold brew', cluster: cluster._id });
    const task = {
      idea: new ObjectId(),
      cluster: cluster._id,
      title: 'What Is Cold Brew?',
      brief: 'Tell it.',
    };
    expect(await scene.work(generateIdeas, [cluster])).toHaveLength(1);
    expect(await scene.work(generateContent, [await scene.add(Task, task)])).toHaveLength(1);
    expect(await scene.work(generateImagePrompts, [await scene.add(Content, draft())])).toHaveProperty(
      'size',
      1,
    );
  });
});
