import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Scope } from '../../schema/api-key.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Role } from '../../schema/user.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { database } = app.engine;
const contentNow = (_id: ObjectId) => database.of(Content).findOne({ _id });
const read = 'query ($id: ObjectID!) { content(id: $id) { id updatedAt } }';
const edit = 'mutation ($input: UpdateContentInput!) { updateContent(input: $input) { content { id } } }';
const approve =
  'mutation ($input: ContentsInput!) { approveContent(input: $input) { changed leftOut { id reason why } } }';
const publish = `mutation ($input: PublishContentInput!) {
  publishContent(input: $input) { results { id outcome code message why } }
}`;
const why = 'it was changed after you read it; read it again';

/** Two drafts in review that a person has read, before a program rewrote the second. */
async function scene() {
  const site = await makeSite(database);
  const ask = app.as(await app.person(site.account, Role.Editor));
  const program = app.as(await app.program(site.account, [Scope.Write]));
  const { reviewable } = pipelineOf(database, site);
  const [same, other] = [await reviewable(), await reviewable()].map(({ content }) => content);
  if (!same || !other) throw new TypeError('no drafts were made');
  const ids = [same._id, other._id];
  const readAll = async () =>
    Promise.all(ids.map(async (id) => (await ask(read, { id })).data.content as { updatedAt: string }));
  const rewrite = () => program(edit, { input: { id: other._id, html: '<p>Buy now.</p>' } });
  return { site, ask, ids, same, other, readAll, rewrite };
}

describe('a person decides about what they have read', () => {
  it('approving leaves out what has been changed since', async () => {
    const { ask, ids, other, readAll, rewrite } = await scene();
    const seen = await readAll();
    await rewrite();
    const { data } = await ask(approve, { input: { ids, seen } });
    expect(data.approveContent).toEqual({
      changed: 1,
      leftOut: [{ id: String(other._id), reason: 'CHANGED', why }],
    });
    expect(await contentNow(other._id)).toMatchObject({ approved: null });
    const again = await ask(approve, { input: { ids: [other._id], seen: await readAll() } });
    expect(again.data.approveContent).toEqual({ changed: 1, leftOut: [] });
  });

  it('publishing refuses what has been changed since, though it was approved before that', async () => {
    const { site, ask, ids, same, other, readAll, rewrite } = await scene();
    await ask(approve, { input: { ids, seen: await readAll() } });
    const seen = await readAll();
    await rewrite();
    const { data } = await ask(publish, { input: { ids, seen, idempotencyKey: randomUUID() } });
    expect(data.publishContent.results).toEqual([
      { id: String(same._id), outcome: 'PUBLISHED', code: null, message: null, why: null },
      {
        id: String(other._id),
        outcome: 'REFUSED',
        code: 'EDIT_REFUSED',
        message: `The content "${other.title}" was left as it is: ${why}.`,
        why,
      },
    ]);
    expect(await contentNow(other._id)).toMatchObject({
      status: ContentStatus.Review,
      approved: null,
      publishing: null,
    });
    expect(await readdir(join(app.publishedTo, String(site._id)))).toEqual([same.slug]);
    const read = { ids: [other._id], seen: await readAll(), idempotencyKey: randomUUID() };
    expect((await ask(publish, { input: read })).data.publishContent.results[0].outcome).toBe('PUBLISHED');
  });

  it('a key stands for drafts as they were read: others are another request', async () => {
    const { ask, ids, readAll, rewrite } = await scene();
    const input = { ids, seen: await readAll(), idempotencyKey: randomUUID() };
    const first = await ask(publish, { input });
    expect((await ask(publish, { input })).data).toEqual(first.data);
    await rewrite();
    const [one] = input.seen;
    const { errors } = await ask(publish, { input: { ...input, seen: [one] } });
    expect(errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('who says nothing of what they have read takes drafts as they are', async () => {
    const { ask, ids, rewrite } = await scene();
    await rewrite();
    const { data } = await ask(approve, { input: { ids, seen: null } });
    expect(data.approveContent).toEqual({ changed: 2, leftOut: [] });
    const input = { ids, idempotencyKey: randomUUID() };
    const { results } = (await ask(publish, { input })).data.publishContent;
    expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['PUBLISHED', 'PUBLISHED']);
  });
});
