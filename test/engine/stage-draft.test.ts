import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Decision } from '../../schema/review-step.ts';
import { draft } from '../plugins/draft.ts';
import { pluginScene } from '../plugins/plugin-scene.ts';

const scene = pluginScene();
const now = new Date();
const step = { user: new ObjectId(), name: 'Plugin', at: now, reason: null };
const unsafe = '<p onclick="x()">Hot<script>steal()</script> water</p>';

/** A draft, and a stage's change of it. */
async function changed(change: object | object[]): Promise<Content | undefined> {
  const { _id } = await scene.add(Content, draft());
  await scene.inTransaction((context) => context.in(Content).updateOne({ _id }, change));
  return (await scene.all(Content)).find((content) => content._id.equals(_id));
}

describe('a stage, whoever made it,', () => {
  it.each<[string, object | object[]]>([
    ['publishes', { $set: { status: ContentStatus.Published } }],
    ['publishes by a pipeline', [{ $set: { status: { $ifNull: ['published', '$status'] } } }]],
    ['says who published', { $set: { published: step } }],
    ['says where it is published', { $set: { 'publishing.until': now } }],
    ['approves', { $set: { approved: step } }],
    ['undoes that it was sent back', { $unset: { sentBack: true } }],
    ['rewrites what reviewers did', { $push: { history: { decision: Decision.Approved, ...step } } }],
    ['undoes it by a pipeline', [{ $unset: 'sentBack' }]],
    ['undoes it among others', [{ $unset: ['excerpt', 'history'] }]],
    ['gives a field the name of another', { $rename: { excerpt: 'published' } }],
    ['replaces the whole draft', [{ $replaceWith: { $mergeObjects: ['$$ROOT', { approved: step }] } }]],
    ['makes HTML of an expression', [{ $set: { html: { $concat: ['$html', unsafe] } } }]],
  ])('is stopped where it %s', async (_, change) => {
    await expect(changed(change)).rejects.toMatchObject({ code: 'STAGE_OVERSTEPPED' });
    const contents = await scene.all(Content);
    expect(new Set(contents.map(({ status }) => status))).toEqual(new Set([ContentStatus.Draft]));
  });

  it('is stopped where it changes many, or makes one that is published', async () => {
    const many = scene.inTransaction((context) =>
      context.in(Content).update({}, { $set: { approved: step } }),
    );
    await expect(many).rejects.toMatchObject({ code: 'STAGE_OVERSTEPPED' });
    const made = { ...draft(), slug: 'made', status: ContentStatus.Published };
    const one = scene.inTransaction((context) => context.in(Content).insert([made]));
    await expect(one).rejects.toMatchObject({ code: 'STAGE_OVERSTEPPED' });
  });

  it('stores HTML that is safe to show, by whatever write', async () => {
    const safe = '<p>Hot water</p>';
    expect(await changed({ $set: { html: unsafe } })).toMatchObject({ html: safe });
    expect(await changed([{ $set: { html: unsafe } }])).toMatchObject({ html: safe });
    const made = { ...draft(), slug: 'made', html: unsafe };
    const [content] = await scene.inTransaction((context) => context.in(Content).insert([made]));
    expect(content).toMatchObject({ html: safe });
  });

  it('may change a text, and then takes its approval back', async () => {
    expect(await changed({ $set: { title: 'Other', approved: null } })).toMatchObject({ title: 'Other' });
  });
});
