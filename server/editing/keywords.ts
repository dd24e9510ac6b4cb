import type { ObjectId } from 'mongodb';
import { Keyword, KeywordStatus } from '../../schema/keyword.ts';
import type { BulkChange } from '../../schema/left-out.ts';
import { isSearchable, normalisePhrase, tidyPhrase } from '../../schema/phrase.ts';
import type { Site } from '../../schema/site.ts';
import { isDuplicateKey } from '../db/duplicate-key.ts';
import { errors } from '../errors.ts';
import { changeMany, ofThese, type Wanted } from './change-many.ts';
import { changeOne } from './change-one.ts';
import type { Desk } from './desk.ts';
import { recount } from './recount.ts';
import { unchanged } from './refusals.ts';

export type KeywordEdit = Partial<
  Pick<Keyword, 'phrase' | 'volume' | 'difficulty' | 'intent' | 'cpc' | 'country' | 'disabled'>
>;

/** Changes one keyword; another phrase is found by its cluster's terms. Throws NAME_TAKEN, INVALID_INPUT, NOT_FOUND. */
export async function editKeyword(desk: Desk, site: Site, id: ObjectId, edit: KeywordEdit): Promise<Keyword> {
  const phrased = edit.phrase === undefined ? {} : phraseOf(edit.phrase);
  try {
    return await changeOne(desk, {
      kind: Keyword,
      id,
      refusal: () => null,
      async apply({ cluster }, session) {
        const change = { $set: { ...edit, ...phrased }, $currentDate: { updatedAt: true } } as const;
        await desk.database.of(Keyword).updateOne({ _id: id }, change, { session });
        if (edit.phrase !== undefined) await recount(desk.database, site, [cluster], session);
      },
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw errors.nameTaken({ kind: 'keyword', name: edit.phrase ?? '' });
    throw error;
  }
}

/** Puts keywords into a cluster of the same site, or, with null, back among those that wait for one. Throws NOT_FOUND. */
export function moveKeywords(
  desk: Desk,
  site: Site,
  wanted: Wanted,
  cluster: ObjectId | null,
): Promise<BulkChange> {
  const status = cluster ? KeywordStatus.Mapped : KeywordStatus.New;
  return changeMany(desk, { account: site.account, site: site._id }, wanted, {
    kind: Keyword,
    refusal: (keyword) => (isSame(keyword.cluster, cluster) ? unchanged : null),
    async apply(keywords, session) {
      const change = {
        $set: { cluster, status, failure: null },
        $currentDate: { updatedAt: true },
      } as const;
      await desk.database.of(Keyword).updateMany(ofThese(keywords), change, { session });
      await recount(
        desk.database,
        site,
        keywords.map((keyword) => keyword.cluster),
        session,
      );
      if (!cluster || (await recount(desk.database, site, [cluster], session)) > 0) return;
      throw errors.notFound({ kind: 'cluster', id: cluster.toHexString() });
    },
  });
}

export function deleteKeywords(desk: Desk, site: Site, wanted: Wanted): Promise<BulkChange> {
  return changeMany(desk, { account: site.account, site: site._id }, wanted, {
    kind: Keyword,
    refusal: () => null,
    async apply(keywords, session) {
      await desk.database.of(Keyword).deleteMany(ofThese(keywords), { session });
      const clusters = keywords.map((keyword) => keyword.cluster);
      await recount(desk.database, site, clusters, session);
    },
  });
}

/** Throws INVALID_INPUT where nothing is left of it, or nothing that is searched for. */
function phraseOf(text: string): Pick<Keyword, 'phrase' | 'normalised'> {
  const phrase = tidyPhrase(text);
  const problem = phrase === '' ? 'is empty' : isSearchable(phrase) ? null : 'has no letter and no digit';
  if (problem !== null) throw errors.invalidInput({ problems: [{ path: 'phrase', problem }] });
  return { phrase, normalised: normalisePhrase(phrase) };
}

function isSame(one: ObjectId | null, other: ObjectId | null): boolean {
  return one && other ? one.equals(other) : one === other;
}
