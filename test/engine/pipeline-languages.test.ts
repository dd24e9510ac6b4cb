import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../schema/article-html.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { type AutomationRun, RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Cluster } from '../../schema/cluster.ts';
import { Content, ContentStatus } from '../../schema/content.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openTestApp } from '../support/app.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';

const app = await openTestApp();

const cyrillic = /\p{Script=Cyrillic}/u;
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

const languages = [
  {
    language: 'de',
    phrases: [
      'kaffeemühle test',
      'beste kaffeemühle',
      'kaffeemühle reinigen',
      'hochbeet bauen',
      'erde für hochbeete',
      'hochbeet bepflanzen',
    ],
    clusters: ['Hochbeet', 'Kaffeemühle'],
    mark: 'Mustertext',
    letter: /[a-zäöüß]/iu,
    /** Words that every German text has, and no English one. */
    typical: / (?:und|nicht|eine?|für) /u,
    slug: /^[a-z0-9]+(?:-[a-z0-9]+)*$/u,
  },
  {
    language: 'ru',
    phrases: [
      'кофемашина для дома',
      'лучшая кофемашина',
      'как чистить кофемашину',
      'теплица из поликарбоната',
      'теплица своими руками',
      'теплица цена',
    ],
    clusters: ['Кофемашина', 'Теплица'],
    mark: 'Пример текста',
    letter: cyrillic,
    typical: / (?:и|не|для|на) /u,
    slug: /^[a-z0-9]+(?:-[a-z0-9]+)*$/u,
  },
  {
    language: 'ja',
    phrases: [
      '炊飯器 おすすめ',
      '炊飯器 一人暮らし',
      '炊飯器の掃除方法',
      '加湿器 比較',
      '加湿器 電気代',
      '加湿器の選び方',
    ],
    clusters: ['加湿器', '炊飯器'],
    mark: 'サンプル文章',
    letter: japanese,
    typical: /(?:です|ます)。/u,
    // Not transliterated, which nobody could read: browsers show it as written.
    slug: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーa-z0-9]+(?:-[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーa-z0-9]+)*$/u,
  },
] as const;

describe.each(languages)('the full pipeline in $language', ({ language, phrases, clusters, ...its }) => {
  let run: AutomationRun;
  let drafts: Content[];
  let names: string[];

  beforeAll(async () => {
    const { database } = app.engine;
    const site = await makeSite(database, { language });
    const config = Object.assign(new AutomationConfig(), { account: site.account, site: site._id });
    config.stages = {
      'generate-ideas': { ideasPerCluster: 4 },
      'generate-image-prompts': { imagesPerArticle: 1 },
    };
    await database.of(AutomationConfig).insertOne(config);
    await makeKeywords(database, site, phrases);
    app.startWorker();
    const started = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
    run = await app.settled(started._id);
    drafts = await database.of(Content).find({ site: site._id }).toArray();
    names = (await database.of(Cluster).find({ site: site._id }).toArray()).map(({ name }) => name);
  });

  it('brings every draft to review, through all seven stages', () => {
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    expect(Object.values(run.stages).map(({ counters }) => Object.keys(counters).length > 0)).toEqual(
      Array.from({ length: 7 }, () => true),
    );
    expect(drafts.length).toBe(8);
    expect(drafts.map(({ status }) => status)).toEqual(drafts.map(() => ContentStatus.Review));
  });

  it('names the clusters in that language, as a person would', () => {
    expect(names.toSorted()).toEqual(clusters);
  });

  it('writes in that language, and marks each draft as a sample in it', () => {
    for (const { html, title, excerpt, metaTitle, metaDescription } of drafts) {
      const text = plainText(html);
      expect(text.startsWith(its.mark)).toBe(true);
      expect(text).toMatch(its.typical);
      for (const part of [text, title, excerpt, metaTitle, metaDescription])
        expect(shareOf(its.letter, part)).toBeGreaterThan(0.95);
      expect(text).not.toMatch(/ (?:the|and|with|your) /u);
    }
  });

  it('gives each draft a slug of its own that a person can read', () => {
    const slugs = drafts.map(({ slug }) => slug);
    for (const slug of slugs) expect(slug).toMatch(its.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(slugs).not.toContain('article');
  });
});

/** Which part of a text's letters are of a kind. */
function shareOf(letter: RegExp, text: string): number {
  const letters = [...text].filter((character) => /\p{L}|ー/u.test(character));
  return letters.filter((character) => letter.test(character)).length / letters.length;
}
