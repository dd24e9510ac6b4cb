import { expect, inject, it } from 'vitest';
import { stages } from '../../plugins/index.ts';
import { Content } from '../../schema/content.ts';
import { createRegistry } from '../../server/engine/registry.ts';
import { loadStages } from '../../server/load-stages.ts';
import { draft } from '../plugins/draft.ts';
import { pluginScene } from '../plugins/plugin-scene.ts';
import { tryStage } from '../support/stage-kit.ts';

const scene = pluginScene();
const [takeaways] = await loadStages(['./examples/stage-key-takeaways/index.js'], process.cwd());
if (!takeaways) throw new Error('The example holds one stage.');

const current = async ({ _id }: Content) =>
  (await scene.all(Content)).find((content) => content._id.equals(_id));

it('takes its place right behind the stage that writes drafts', () => {
  const { keys } = createRegistry([...stages, takeaways]);
  expect(keys.slice(3, 6)).toEqual(['generate-content', 'key-takeaways', 'generate-image-prompts']);
});

it('puts the first sentence of each section at the head of the draft', async () => {
  const html =
    '<h2>Why</h2>\n<p>Scale &amp; lime harm pumps. More.</p><h2>How</h2><p>Use <em>acid</em>. Rinse.</p>';
  const content = await scene.add(Content, draft({ html, wordCount: 100 }));
  const summary = await scene.save(takeaways, await scene.work(takeaways, [content]), [content]);
  const after = await current(content);
  expect(after?.html).toBe(
    '<aside><p><strong>Key takeaways</strong></p><ul><li>Scale &amp; lime harm pumps.</li><li>Use acid.</li></ul></aside>\n' +
      html,
  );
  expect(after?.wordCount).toBe(108);
  expect(summary.counters).toEqual({ contentProcessed: 1, takeawaysAdded: 2 });
  expect(summary.usage).toEqual([{ kind: 'words', count: 8, articles: 1 }]);
});

it('marks the draft as passed, so that it waits for this stage no longer', async () => {
  const content = await scene.add(Content, draft());
  await scene.save(takeaways, await scene.work(takeaways, [content]), [content]);
  expect((await current(content))?.passed).toEqual({ 'key-takeaways': true });
});

it('keeps what a person changed in the draft while the AI was at work', async () => {
  const content = await scene.add(Content, draft());
  const output = await scene.work(takeaways, [content]);
  const edited = Object.assign(new Content(), content, { html: '<h2>Edited</h2><p>By hand.</p>' });
  await scene.save(takeaways, output, [edited]);
  expect((await current(content))?.html).toMatch(/<h2>Edited<\/h2>/);
});

it('writes in the language of the site, also one without spaces', async () => {
  scene.site.language = 'ja';
  const html = `<h2>理由</h2><p>水垢は味を損ないます。次の文。</p><h2>方法</h2><p>${'豆を挽く'.repeat(40)}。</p>`;
  const content = await scene.add(Content, draft({ title: '掃除', html }));
  await scene.save(takeaways, await scene.work(takeaways, [content], { maxWords: 10 }), [content]);
  const after = (await current(content))?.html ?? '';
  expect(after).toContain('<strong>この記事のポイント</strong>');
  expect(after).toContain('<li>水垢は味を損ないます。</li>');
  expect(after).toMatch(/<li>(豆を挽く)+.{0,3}…<\/li>/);
});

it('keeps every promise of the contract that the stage kit tries', async () => {
  const broken = await tryStage({
    uri: inject('mongoUri'),
    plugin: './examples/stage-key-takeaways/index.js',
    key: 'key-takeaways',
    item: (nth) => draft({ title: `Draft ${nth}`, slug: `draft-${nth}` }),
  });
  expect(broken).toEqual([]);
});
