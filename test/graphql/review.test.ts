import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { Content, ContentStatus } from '../../schema/content.ts';
import { Image } from '../../schema/image.ts';
import { Role, User } from '../../schema/user.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';

const app = await openTestApi();
const { database } = app.engine;
const contentNow = (_id: ObjectId) => database.of(Content).findOne({ _id });
const step = '{ userId name at reason }';
const review = `changed leftOut { id reason } contents { status approved ${step} sentBack ${step} }`;
const approve = `mutation ($input: ContentsInput!) { approveContent(input: $input) { ${review} } }`;
const sendBack = `mutation ($input: SendBackContentInput!) { sendBackContent(input: $input) { ${review} } }`;
const publish = `mutation ($input: PublishContentInput!) {
  publishContent(input: $input) { results { id outcome code message why content { status published ${step} } } }
}`;
const key = () => randomUUID();

async function scene() {
  const site = await makeSite(database);
  const ask = app.as(await app.person(site.account, Role.Editor));
  const user = await database.of(User).findOne({ account: site.account });
  const folder = (content: Content) => join(app.publishedTo, site._id.toHexString(), content.slug);
  return { site, ask, user, folder, ...pipelineOf(database, site) };
}

describe('approving', () => {
  it('keeps who did it and when, and leaves out what is not in review', async () => {
    const { ask, user, reviewable } = await scene();
    const { content } = await reviewable();
    const draft = await reviewable({ status: ContentStatus.Draft });
    const { data } = await ask(approve, { input: { ids: [content._id, draft.content._id] } });
    expect(data.approveContent).toMatchObject({
      changed: 1,
      leftOut: [{ id: String(draft.content._id), reason: 'NOT_IN_REVIEW' }],
      contents: [
        {
          status: 'REVIEW',
          approved: { userId: String(user?._id), name: user?.name, at: app.clock.now().toISOString() },
        },
        { status: 'DRAFT', approved: null },
      ],
    });
    const again = await ask(approve, { input: { ids: [content._id] } });
    expect(again.data.approveContent).toMatchObject({ changed: 0, leftOut: [{ reason: 'UNCHANGED' }] });
  });
});

describe('sending back', () => {
  it('makes a draft of it, with the reason, which no finished image brings to review', async () => {
    const { ask, reviewable } = await scene();
    const { content } = await reviewable({}, 2);
    const { data } = await ask(sendBack, { input: { ids: [content._id], reason: '$images: too dark' } });
    expect(data.sendBackContent).toMatchObject({
      changed: 1,
      contents: [{ status: 'DRAFT', approved: null, sentBack: { reason: '$images: too dark' } }],
    });
    const again = await ask(sendBack, { input: { ids: [content._id], reason: 'Twice' } });
    expect(again.data.sendBackContent).toMatchObject({ changed: 0, leftOut: [{ reason: 'NOT_IN_REVIEW' }] });
  });

  it('needs a reason', async () => {
    const { ask, reviewable } = await scene();
    const { content } = await reviewable();
    const { errors } = await ask(sendBack, { input: { ids: [content._id], reason: '' } });
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});

describe('publishing', () => {
  it('writes HTML, Markdown and pictures, and keeps who did it and when', async () => {
    const { ask, user, folder, reviewable } = await scene();
    const { content, pictures } = await reviewable({}, 1);
    const mediaKey = `${content.site}/cup-${content._id}.png`;
    await app.engine.media.put({ [mediaKey]: { bytes: Buffer.from('a picture'), mediaType: 'image/png' } });
    await database
      .of(Image)
      .updateOne({ _id: pictures[0]?._id ?? new ObjectId() }, { $set: { mediaKey, mediaType: 'image/png' } });
    const input = { ids: [content._id], idempotencyKey: key() };
    const { data, errors } = await ask(publish, { input });
    expect(errors).toBeUndefined();
    expect(data.publishContent.results).toEqual([
      {
        id: String(content._id),
        outcome: 'PUBLISHED',
        code: null,
        message: null,
        why: null,
        content: {
          status: 'PUBLISHED',
          published: {
            userId: String(user?._id),
            name: user?.name,
            at: app.clock.now().toISOString(),
            reason: null,
          },
        },
      },
    ]);
    const picture = `0-cup-${content._id}.png`;
    expect((await readdir(folder(content))).toSorted()).toEqual([picture, 'index.html', 'index.md']);
    expect(await readFile(join(folder(content), picture), 'utf8')).toBe('a picture');
    expect((await contentNow(content._id))?.approved?.name).toBe(user?.name);
  });

  it('makes addresses of links to what is published, and plain words of links to what is not', async () => {
    const { ask, folder, reviewable } = await scene();
    const { content: there } = await reviewable();
    const { content: waiting } = await reviewable();
    const html = `<p>See <a href="article:${there.task}">this</a>, <a href="article:${waiting.task}">that</a>, <a href="article:x">other</a>.</p>`;
    const { content } = await reviewable({ html });
    await ask(publish, { input: { ids: [there._id, content._id], idempotencyKey: key() } });
    expect(await readFile(join(folder(content), 'index.html'), 'utf8')).toContain(
      `See <a href="../${there.slug}/">this</a>, that, other.`,
    );
  });

  it('tells of each, by its title: what is not in review, not there or of another account is refused', async () => {
    const { ask, reviewable } = await scene();
    const good = await reviewable();
    const draft = await reviewable({ title: 'Burr or blade', status: ContentStatus.Draft });
    const foreign = await (await scene()).reviewable();
    const ids = [draft, foreign, good].map(({ content }) => content._id);
    const { data } = await ask(publish, { input: { ids, idempotencyKey: key() } });
    expect(data.publishContent.results).toMatchObject([
      {
        outcome: 'REFUSED',
        code: 'EDIT_REFUSED',
        message:
          'The content "Burr or blade" was left as it is: it is not in review, because some of its images are not made yet.',
        why: 'it is not in review, because some of its images are not made yet',
        content: { status: 'DRAFT' },
      },
      {
        outcome: 'REFUSED',
        code: 'NOT_FOUND',
        why: 'it is not there; it may have been deleted',
        content: null,
      },
      { outcome: 'PUBLISHED', code: null, why: null },
    ]);
    expect((await contentNow(foreign.content._id))?.status).toBe(ContentStatus.Review);
  });

  it('a draft twice, by one key or two or at once, writes it once', async () => {
    const { ask, folder, reviewable } = await scene();
    const { content } = await reviewable();
    const ids = [content._id];
    const input = { ids, idempotencyKey: key() };
    const both = await Promise.all(
      [input, { ids, idempotencyKey: key() }].map((one) => ask(publish, { input: one })),
    );
    const outcomes = both.map(({ data }) => data.publishContent.results[0].outcome);
    expect(outcomes.filter((outcome) => outcome === 'PUBLISHED')).toHaveLength(1);
    await rm(folder(content), { recursive: true });
    const replayed = await ask(publish, { input });
    expect(replayed.data.publishContent.results[0].outcome).toBe(outcomes[0]);
    const late = await ask(publish, { input: { ids, idempotencyKey: key() } });
    expect(late.data.publishContent.results[0].outcome).toBe('ALREADY_PUBLISHED');
    await expect(readdir(folder(content))).rejects.toThrow(/ENOENT/);
  });

  it('that fails leaves the draft in review, says why, and costs no other draft', async () => {
    const { ask, folder, reviewable } = await scene();
    const bad = await reviewable();
    const good = await reviewable();
    await mkdir(join(folder(bad.content), '..'), { recursive: true });
    await writeFile(folder(bad.content), 'in the way');
    const ids = [bad.content._id, good.content._id];
    const { data } = await ask(publish, { input: { ids, idempotencyKey: key() } });
    expect(data.publishContent.results).toMatchObject([
      { outcome: 'FAILED', code: 'PUBLISH_FAILED', content: { status: 'REVIEW', published: null } },
      { outcome: 'PUBLISHED' },
    ]);
    await rm(folder(bad.content));
    const mended = await ask(publish, { input: { ids: [bad.content._id], idempotencyKey: key() } });
    expect(mended.data.publishContent.results[0].outcome).toBe('PUBLISHED');
  });

  it('that was cut off is done again once it is overdue; until then the draft is left alone', async () => {
    const { ask, reviewable } = await scene();
    const until = new Date(app.clock.now().getTime() + 60_000);
    const { content } = await reviewable({ publishing: { token: new ObjectId(), until } });
    const go = () => ask(publish, { input: { ids: [content._id], idempotencyKey: key() } });
    expect((await go()).data.publishContent.results[0]).toMatchObject({
      outcome: 'REFUSED',
      message: expect.stringContaining('it is being published'),
    });
    const edit = `mutation ($input: UpdateContentInput!) { updateContent(input: $input) { content { id } } }`;
    const { errors } = await ask(edit, { input: { id: content._id, title: 'Meanwhile' } });
    expect(errors?.[0]?.extensions.code).toBe('EDIT_REFUSED');
    app.clock.advance(60_000);
    expect((await go()).data.publishContent.results[0].outcome).toBe('PUBLISHED');
  });

  it('again after it was sent back and edited writes the new version over the old', async () => {
    const { ask, folder, reviewable } = await scene();
    const { content } = await reviewable();
    const go = () => ask(publish, { input: { ids: [content._id], idempotencyKey: key() } });
    await go();
    await ask(sendBack, { input: { ids: [content._id], reason: 'A mistake' } });
    const edit = `mutation ($input: UpdateContentInput!) { updateContent(input: $input) { content { status } } }`;
    const input = { id: content._id, html: '<p>Mended.</p>' };
    expect((await ask(edit, { input })).data.updateContent.content.status).toBe('REVIEW');
    expect((await go()).data.publishContent.results[0].outcome).toBe('PUBLISHED');
    expect(await readFile(join(folder(content), 'index.html'), 'utf8')).toContain('Mended.');
  });
});

describe('reviewing', () => {
  it.each([
    ['approve', approve, {}],
    ['send back', sendBack, { reason: 'No' }],
    ['publish', publish, { idempotencyKey: 'by a program' }],
  ])('is for people: programs and viewers cannot %s', async (_, mutation, more) => {
    const { site, reviewable } = await scene();
    const { content } = await reviewable();
    const input = { ids: [content._id], ...more };
    const callers = [await app.program(site.account), await app.person(site.account, Role.Viewer)];
    for (const headers of callers) {
      const { errors } = await app.as(headers)(mutation, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', details: { right: 'review' } });
    }
    const { errors } = await app.as()(mutation, { input });
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await contentNow(content._id)).toMatchObject({ status: ContentStatus.Review, approved: null });
  });

  it('never reaches drafts of another account', async () => {
    const { content } = await (await scene()).reviewable();
    const { ask } = await scene();
    const ids = [content._id];
    const approved = await ask(approve, { input: { ids } });
    const sent = await ask(sendBack, { input: { ids, reason: 'Mine' } });
    expect(approved.data.approveContent).toMatchObject({ changed: 0, contents: [] });
    expect(sent.data.sendBackContent).toMatchObject({ changed: 0, leftOut: [{ reason: 'NOT_FOUND' }] });
    expect(await contentNow(content._id)).toMatchObject({ status: ContentStatus.Review, sentBack: null });
  });
});
