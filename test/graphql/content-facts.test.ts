import { describe, expect, it } from 'vitest';
import { Content } from '../../schema/content.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { database } = app.engine;
const madeWith = { promptVersion: 'article-3', provider: 'offline', model: 'offline-writer' };

async function scene(url: string | null = 'https://coffee.example/blog') {
  const site = await makeSite(database, { url });
  const ask = app.as(await app.person(site.account));
  const facts = async (fields: string, id: unknown) =>
    (await ask(`query ($id: ObjectID!) { content(id: $id) { ${fields} } }`, { id })).data.content;
  return { site, ask, facts, ...pipelineOf(database, site) };
}

describe('a draft', () => {
  it('tells what it costs: its text by its words, and what there is of its pictures', async () => {
    const { facts, reviewable, image } = await scene();
    const { content } = await reviewable({ wordCount: 1_201, madeWith }, 2);
    await image({ content: content._id, position: 2, madeWith });
    expect(await facts('credits { draft imagePrompts images }', content._id)).toEqual({
      credits: { draft: 3, imagePrompts: 0.5, images: 4 },
    });
  });

  it('tells what its cluster and the ideas of that have cost, and nothing for what people made', async () => {
    const { facts, reviewable, task, idea, cluster } = await scene();
    const of = async (by: object) => {
      const { _id } = await cluster({ ...by, keywordCount: 8 });
      const made = await task({ cluster: _id, idea: (await idea({ ...by, cluster: _id }))._id });
      const { content } = await reviewable({ cluster: _id, task: made._id });
      return (await facts('credits { cluster ideas }', content._id)).credits;
    };
    expect(await of({ madeWith })).toEqual({ cluster: 1.6, ideas: 2 });
    expect(await of({})).toEqual({ cluster: 0, ideas: 0 });
  });

  it('tells where it will stand, and what search engines will read of it', async () => {
    const { facts, reviewable } = await scene();
    const { content } = await reviewable({ title: 'Burr </script> grinders' });
    const { address, structuredData } = await facts('address structuredData', content._id);
    expect(address).toBe(`https://coffee.example/blog/${content.slug}/`);
    expect(structuredData).not.toContain('</script>');
    expect(JSON.parse(structuredData)).toMatchObject({
      '@type': 'Article',
      headline: 'Burr </script> grinders',
      mainEntityOfPage: address,
    });
  });

  it('has no address where its site has none', async () => {
    const { facts, reviewable } = await scene(null);
    const { content } = await reviewable();
    expect(await facts('address', content._id)).toEqual({ address: null });
  });

  it('keeps what was decided about it, also when an edit has made that void', async () => {
    const { ask, facts, reviewable } = await scene();
    const { content } = await reviewable();
    const ids = [content._id];
    await ask(`mutation ($ids: [ObjectID!]!) { approveContent(input: { ids: $ids }) { changed } }`, { ids });
    const because = `sendBackContent(input: { ids: $ids, reason: "$html is thin" }) { changed }`;
    await ask(`mutation ($ids: [ObjectID!]!) { ${because} }`, { ids });
    const edit = `updateContent(input: { id: $id, title: "Better" }) { content { id } }`;
    await ask(`mutation ($id: ObjectID!) { ${edit} }`, { id: content._id });
    const publish = `publishContent(input: { ids: $ids, idempotencyKey: "once" }) { results { outcome } }`;
    await ask(`mutation ($ids: [ObjectID!]!) { ${publish} }`, { ids });
    const { history } = await facts('history { decision reason name }', content._id);
    expect(history).toMatchObject([
      { decision: 'APPROVED', reason: null },
      { decision: 'SENT_BACK', reason: '$html is thin' },
      { decision: 'PUBLISHED', reason: null },
    ]);
  });

  it('written before there was a history has none yet', async () => {
    const { facts, reviewable } = await scene();
    const { content } = await reviewable();
    await database.of(Content).updateOne({ _id: content._id }, { $unset: { history: 1 } });
    expect(await facts('history { decision }', content._id)).toEqual({ history: [] });
  });
});
