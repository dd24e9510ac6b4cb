import { describe, expect, it } from 'vitest';
import type { BatchAi } from '#stage';
import { writeArticle } from '../../../plugins/generate-content/write.ts';
import { anAssignment, offlineArticle } from './offline-article.ts';

/** Answers every text call by `answer`, or as the offline provider does, and remembers what was asked. */
function aiThatAnswers(answer?: Record<string, unknown>) {
  const asked: { purpose: string; index: number; prompt: string }[] = [];
  const ai: BatchAi = {
    isOffline: answer === undefined,
    madeWith: () => ({ promptVersion: '1', provider: 'test', model: 'test' }),
    async text(call, input, index = 0) {
      asked.push({ purpose: call.purpose, index, prompt: call.prompt(input).user });
      return answer ? call.schema.parse(answer[call.purpose]) : call.offline(input);
    },
    alike: async () => null,
    async image() {
      throw new TypeError('this stage asks for no image');
    },
  };
  return { ai, asked };
}

const replies = {
  outline: {
    sections: [
      { heading: 'First', says: 'One.', isQuestions: false },
      { heading: 'Second', says: 'Two.', isQuestions: false },
    ],
  },
  section: { html: '<p>Grind fresh.</p><script>alert(1)</script>' },
  finish: {
    opening: '<p onmouseover="alert(1)">Hello.</p>',
    summaryTitle: 'In short',
    summary: ['Grind.', 'Brew.'],
    excerpt: 'Excerpt.',
    metaTitle: 'Meta',
    metaDescription: 'Description.',
  },
};

describe('writing an article', () => {
  it('asks for an outline, each section in turn, and a finish', async () => {
    const { ai, asked } = aiThatAnswers(replies);
    await writeArticle(anAssignment(), 0, { ai }, () => {});
    expect(asked.map(({ purpose, index }) => `${purpose} ${index}`)).toEqual([
      'outline 0',
      'section 0',
      'section 1',
      'finish 0',
    ]);
  });

  it('tells the calls of a second article in the batch apart', async () => {
    const { ai, asked } = aiThatAnswers(replies);
    await writeArticle(anAssignment(), 1, { ai }, () => {});
    expect(asked.map(({ index }) => index)).toEqual([100, 100, 101, 100]);
  });

  it('shows each section what the earlier ones said', async () => {
    const { ai, asked } = aiThatAnswers(replies);
    await writeArticle(anAssignment(), 0, { ai }, () => {});
    const [, first, second] = asked.map(({ prompt }) => prompt);
    expect(first).not.toContain('Grind fresh.');
    expect(second).toContain('Grind fresh.');
  });

  it('asks a model to make up for short sections, and a sample, whose passages are whole, for even ones', async () => {
    const wordsAsked = async ({ ai, asked }: ReturnType<typeof aiThatAnswers>) => {
      await writeArticle(anAssignment(), 0, { ai }, () => {});
      return asked.flatMap(({ prompt }) => /^About (\d+) words/mu.exec(prompt)?.[1] ?? []);
    };
    expect(await wordsAsked(aiThatAnswers(replies))).toEqual(['203', '203']);
    expect(await wordsAsked(aiThatAnswers())).toEqual(Array(5).fill('135'));
  });

  it('offers each section the links that no earlier one has, and keeps no other', async () => {
    const links = ['1', '2'].map((n) => ({
      ref: `A${n}`,
      title: `Article ${n}`,
      href: `article:${n}`,
    }));
    const html =
      '<p>Read <a href="A1">one</a>, <a href="A9">nine</a> and <a href="https://invented.example">a study</a>.</p>';
    const { ai, asked } = aiThatAnswers({ ...replies, section: { html } });
    const draft = await writeArticle(anAssignment({ links }), 0, { ai }, () => {});
    const [, first, second] = asked.map(({ prompt }) => prompt);
    expect(first).toContain('<links>\n[["A1","Article 1"],["A2","Article 2"]]\n</links>');
    expect(second).toContain('<links>\n[["A2","Article 2"]]\n</links>');
    expect(draft.html.match(/<a [^>]*>/gu)).toEqual(['<a href="article:1">']);
    expect(draft.html).toContain('nine and a study');
  });

  it('begins the prompts of all sections alike, up to what the earlier ones said: a provider reads that from its cache', async () => {
    const links = [{ ref: 'A1', title: 'Kettles', href: 'article:1' }];
    const { ai, asked } = aiThatAnswers(replies);
    await writeArticle(anAssignment({ links }), 0, { ai }, () => {});
    const [first, second] = asked
      .filter(({ purpose }) => purpose === 'section')
      .map(({ prompt }) => prompt.slice(0, prompt.indexOf('<written-so-far>')));
    expect(first).toContain('<links>');
    expect(first).toBe(second);
  });

  it('tells its progress as it goes, never backwards and never done before the end', async () => {
    const seen: string[] = [];
    const { ai } = aiThatAnswers();
    await writeArticle(anAssignment(), 0, { ai }, (message, done) =>
      seen.push(`${message} ${Math.round(done * 100)}`),
    );
    expect(seen).toEqual([
      'Planning the outline 0',
      'Writing sections 14',
      'Writing sections 29',
      'Writing sections 43',
      'Writing sections 57',
      'Writing sections 71',
      'Finishing the article 86',
    ]);
  });

  it('lets nothing through that runs, whatever a model writes', async () => {
    const { ai } = aiThatAnswers(replies);
    const { html } = await writeArticle(anAssignment(), 0, { ai }, () => {});
    expect(html).not.toMatch(/script|alert|onmouseover/u);
  });

  it('marks what the offline provider wrote as a sample, and nothing else', async () => {
    const offline = await writeArticle(anAssignment(), 0, aiThatAnswers(), () => {});
    expect(offline).toEqual(offlineArticle(anAssignment()));
    const written = await writeArticle(anAssignment(), 0, aiThatAnswers(replies), () => {});
    expect(written.html).not.toContain('class="sample"');
  });

  it('gives the writer the language, the voice, the words to avoid and the site’s other articles', async () => {
    const { ai, asked } = aiThatAnswers(replies);
    const { site } = anAssignment();
    const voiced = { ...site, brandVoice: 'Warm and dry', avoidWords: ['cheap'] };
    await writeArticle(anAssignment({ site: voiced, siblings: ['Iced Coffee'] }), 0, { ai }, () => {});
    for (const { prompt } of asked)
      for (const fact of ['Warm and dry', 'cheap']) expect(prompt).toContain(fact);
    expect(asked[0]?.prompt).toContain('Iced Coffee');
  });
});
