import type { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { titleKeyOf } from '../../language/title-key.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image } from '../../schema/image.ts';
import { Role } from '../../schema/user.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { database } = app.engine;
const contentNow = (_id: ObjectId) => database.of(Content).findOne({ _id });
const bulk = 'changed leftOutCount leftOut { id reason }';
const updateContent = `mutation ($input: UpdateContentInput!) {
  updateContent(input: $input) { content { id title slug html wordCount status approved { name } sentBack { reason } } }
}`;
const updateContents = `mutation ($input: UpdateContentsInput!) { updateContents(input: $input) { ${bulk} } }`;
const deleteContents = `mutation ($input: DeleteContentsInput!) { deleteContents(input: $input) { ${bulk} } }`;
const approveContent = `mutation ($input: ContentsInput!) { approveContent(input: $input) { changed } }`;
const sendBack = `mutation ($input: SendBackContentInput!) { sendBackContent(input: $input) { changed } }`;

async function scene() {
  const site = await makeSite(database);
  const ask = app.as(await app.person(site.account, Role.Editor));
  return { site, ask, ...pipelineOf(database, site) };
}

describe('editing a draft', () => {
  it('makes its HTML safe and counts its words anew', async () => {
    const { ask, reviewable } = await scene();
    const { content } = await reviewable();
    const html =
      '<h1>One</h1><p onclick="steal()">two <a href="javascript:steal()">three</a></p><script>four()</script>';
    const { data } = await ask(updateContent, { input: { id: content._id, html } });
    expect(data.updateContent.content).toMatchObject({
      html: '<h2>One</h2><p>two <a>three</a></p>',
      wordCount: 3,
      title: content.title,
    });
  });

  it('takes text for text, whatever it looks like', async () => {
    const { ask, reviewable } = await scene();
    const { content } = await reviewable();
    await ask(updateContent, { input: { id: content._id, title: '$slug', html: '<p>$title</p>' } });
    expect(await contentNow(content._id)).toMatchObject({ title: '$slug', html: '<p>$title</p>' });
  });

  it('lets no idea say again what its new title says', async () => {
    const { ask, reviewable } = await scene();
    const { content } = await reviewable();
    await ask(updateContent, { input: { id: content._id, title: 'The Best Kettles' } });
    expect(await contentNow(content._id)).toMatchObject({ titleKey: titleKeyOf('Best Kettle', 'en') });
  });

  it('is refused where nothing of the HTML may be shown, or the slug is none', async () => {
    const { ask, reviewable } = await scene();
    const { content } = await reviewable();
    for (const [path, value] of [
      ['html', '<script>alert(1)</script>'],
      ['slug', '../Secret'],
    ] as const) {
      const { errors } = await ask(updateContent, { input: { id: content._id, [path]: value } });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'INVALID_INPUT',
        details: { problems: [{ path }] },
      });
    }
    expect((await contentNow(content._id))?.html).toBe(content.html);
  });

  it('is refused where another draft of the site has the slug; other sites may have it', async () => {
    const { ask, reviewable } = await scene();
    const { content } = await reviewable();
    const taken = await reviewable();
    const { errors } = await ask(updateContent, { input: { id: content._id, slug: taken.content.slug } });
    expect(errors?.[0]?.extensions.code).toBe('NAME_TAKEN');
    const other = await scene();
    const there = await other.reviewable();
    const input = { id: there.content._id, slug: taken.content.slug };
    expect((await other.ask(updateContent, { input })).errors).toBeUndefined();
  });

  it('takes an approval back, for it was of another text; keeping it out of runs does not', async () => {
    const { ask, reviewable } = await scene();
    const { content } = await reviewable();
    await ask(approveContent, { input: { ids: [content._id] } });
    const kept = await ask(updateContent, { input: { id: content._id, disabled: true } });
    expect(kept.data.updateContent.content.approved).not.toBeNull();
    const { data } = await ask(updateContent, { input: { id: content._id, title: 'Another' } });
    expect(data.updateContent.content).toMatchObject({ approved: null, status: 'REVIEW' });
  });

  it('brings one that was sent back to review again', async () => {
    const { ask, reviewable } = await scene();
    const { content } = await reviewable();
    await ask(sendBack, { input: { ids: [content._id], reason: 'Too short' } });
    expect((await contentNow(content._id))?.status).toBe(ContentStatus.Draft);
    const { data } = await ask(updateContent, { input: { id: content._id, html: '<p>Longer now.</p>' } });
    expect(data.updateContent.content).toMatchObject({ status: 'REVIEW', sentBack: null });
  });

  it('leaves one without all its images a draft', async () => {
    const { ask, reviewable } = await scene();
    const images = { planned: true, total: 1, pending: 1, failed: 0 };
    const { content } = await reviewable({ status: ContentStatus.Draft, images });
    const { data } = await ask(updateContent, { input: { id: content._id, title: 'Another' } });
    expect(data.updateContent.content).toMatchObject({ title: 'Another', status: 'DRAFT' });
  });

  it('is refused once it is published, to other accounts, and to viewers', async () => {
    const { site, ask, reviewable } = await scene();
    const { content } = await reviewable({ status: ContentStatus.Published });
    const input = { id: content._id, title: 'No' };
    const viewer = app.as(await app.person(site.account, Role.Viewer));
    const codes = [];
    for (const one of [ask, (await scene()).ask, viewer]) {
      codes.push((await one(updateContent, { input })).errors?.[0]?.extensions.code);
    }
    expect(codes).toEqual(['EDIT_REFUSED', 'NOT_FOUND', 'FORBIDDEN']);
  });
});

describe('many drafts', () => {
  it('are kept out of runs by a filter, but for what is published', async () => {
    const { site, ask, reviewable } = await scene();
    await reviewable();
    const published = await reviewable({ status: ContentStatus.Published });
    const { data } = await ask(updateContents, { input: { siteId: site._id, filter: {}, disabled: true } });
    const leftOut = [{ id: String(published.content._id), reason: 'MOVED_ON' }];
    expect(data.updateContents).toEqual({ changed: 1, leftOutCount: 1, leftOut });
  });

  it('are deleted with their images, but for what is published', async () => {
    const { site, ask, reviewable } = await scene();
    const gone = await reviewable({}, 2);
    const stays = await reviewable({ status: ContentStatus.Published }, 2);
    const ids = [gone.content._id, stays.content._id];
    const { data } = await ask(deleteContents, { input: { siteId: site._id, ids } });
    expect(data.deleteContents).toMatchObject({ changed: 1, leftOut: [{ id: String(stays.content._id) }] });
    expect(await database.of(Image).countDocuments({ content: gone.content._id })).toBe(0);
    expect(await database.of(Image).countDocuments({ content: stays.content._id })).toBe(2);
  });

  it('of another site are not found', async () => {
    const { ask } = await scene();
    const other = await scene();
    const { errors } = await ask(deleteContents, { input: { siteId: other.site._id, filter: {} } });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
