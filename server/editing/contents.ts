import type { Document, ObjectId } from 'mongodb';
import { countWords } from '../../language/count-words.ts';
import { slugOf } from '../../language/slug.ts';
import { titleKeyOf } from '../../language/title-key.ts';
import { plainText, sanitisedHtml } from '../../schema/article-html.ts';
import { Content, imagesChanged } from '../../schema/content.ts';
import { Image } from '../../schema/image.ts';
import type { BulkChange } from '../../schema/left-out.ts';
import type { Site } from '../../schema/site.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { errors } from '../errors.ts';
import { changeMany, ofThese, type Wanted } from './change-many.ts';
import { changeOne } from './change-one.ts';
import type { Desk, EditScope } from './desk.ts';
import { ableImagesOf } from './images.ts';
import { contentRefusal, unchanged } from './refusals.ts';

type Text = Pick<
  Content,
  'title' | 'slug' | 'html' | 'excerpt' | 'metaTitle' | 'metaDescription' | 'keywords'
>;
export type ContentEdit = Partial<Text & Pick<Content, 'disabled'>>;

/**
 * Changes a draft. Its HTML is made safe and its words are counted anew. Unless it is about `disabled` alone, an
 * approval is void, a draft that was sent back counts as mended, and the one rule decides about it. `disabled` holds
 * for the pictures that it lacks, too.
 * Throws INVALID_INPUT, NAME_TAKEN (its slug), NOT_FOUND, EDIT_REFUSED.
 */
export async function editContent(desk: Desk, site: Site, id: ObjectId, edit: ContentEdit): Promise<Content> {
  const values = {
    ...edit,
    ...(edit.title !== undefined && { titleKey: titleKeyOf(edit.title, site.language) }),
    ...(edit.html !== undefined && articleOf(edit.html, site.language)),
  };
  if (edit.slug !== undefined) proveSlug(edit.slug, site.language);
  const isKeptAsRead = Object.keys(edit).join() === 'disabled';
  const changed = isKeptAsRead
    ? { $set: values, $currentDate: { updatedAt: true } as const }
    : rewritten(values);
  try {
    return await changeOne(desk, {
      kind: Content,
      id,
      refusal: (content) => contentRefusal(content, desk.now()),
      apply: async (content, session) => {
        await desk.database.of(Content).updateOne({ _id: id }, changed, { session });
        if (edit.disabled !== undefined && edit.disabled !== content.disabled)
          await ableImagesOf(desk.database, [content], edit.disabled, session);
      },
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw errors.nameTaken({ kind: 'slug', name: edit.slug ?? '' });
    throw error;
  }
}

/** Keeps drafts out of runs, with the pictures that they lack, or lets them in again. */
export function ableContents(
  desk: Desk,
  scope: EditScope,
  wanted: Wanted,
  disabled: boolean,
): Promise<BulkChange> {
  const { database } = desk;
  return changeMany(desk, scope, wanted, {
    kind: Content,
    refusal: (content) => (content.disabled === disabled ? unchanged : contentRefusal(content, desk.now())),
    async apply(contents, session) {
      const change = { $set: { disabled }, $currentDate: { updatedAt: true } } as const;
      await database.of(Content).updateMany(ofThese(contents), change, { session });
      await ableImagesOf(database, contents, disabled, session);
    },
  });
}

/** Deletes drafts, with their images. What is published stays. */
export function deleteContents(desk: Desk, site: Site, wanted: Wanted): Promise<BulkChange> {
  return changeMany(desk, { account: site.account, site: site._id }, wanted, {
    kind: Content,
    refusal: (content) => contentRefusal(content, desk.now()),
    async apply(contents, session) {
      const { database } = desk;
      const images = { content: ofThese(contents)._id };
      await database.of(Image).deleteMany(images, { session });
      await database.of(Content).deleteMany(ofThese(contents), { session });
    },
  });
}

function rewritten(values: Partial<Content>): Document[] {
  // What a person writes may begin with `$`: literal, or it would be read as a field.
  const literal = Object.entries(values).map(([field, value]) => [field, { $literal: value }]);
  return [{ $set: { ...Object.fromEntries(literal), approved: null, sentBack: null } }, ...imagesChanged({})];
}

function articleOf(given: string, language: string): Pick<Content, 'html' | 'wordCount'> {
  const html = sanitisedHtml(given);
  const text = plainText(html);
  if (text === '') {
    throw errors.invalidInput({
      problems: [{ path: 'html', problem: 'contains no text that can be shown' }],
    });
  }
  return { html, wordCount: countWords(text, language) };
}

function proveSlug(slug: string, language: string): void {
  const suggested = slugOf(slug, language);
  if (slug === suggested) return;
  const problem = `must be lower-case letters and digits with single hyphens, such as ${suggested}`;
  throw errors.invalidInput({ problems: [{ path: 'slug', problem }] });
}
