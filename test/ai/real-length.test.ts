import { beforeEach, describe, expect, it } from 'vitest';
import generateContent from '../../plugins/generate-content/index.ts';
import reviewGate from '../../plugins/review-gate/index.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationConfig } from '../../schema/automation-config.ts';
import { RunStatus, RunTrigger } from '../../schema/automation-run.ts';
import { Content } from '../../schema/content.ts';
import { startRun } from '../../server/engine/start-run.ts';
import { openStandIn } from '../support/ai-mock.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { pipelineOf } from '../support/pipeline.ts';
import { providersOf } from '../support/provider-tools.ts';
import { standInAnswer } from '../support/stand-in-model.ts';

const words = 1_500;
const sections = 7;
let onQuestion: (text: string) => unknown = () => {};
const server = await openStandIn({ onQuestion: (text) => onQuestion(text) });
const app = await openTestApp({
  stages: [generateContent, reviewGate],
  parts: { providers: providersOf(server.choice) },
});
const { database } = app.engine;
app.startWorker(1);
beforeEach(() => {
  onQuestion = () => {};
});

/** An article of 1,500 words in seven sections, by a model that is reached as any is: what came of it, and its calls. */
async function written() {
  const site = await makeSite(database, { wordTarget: words });
  const stages = { 'generate-content': { sections } };
  const config = Object.assign(new AutomationConfig(), { account: site.account, site: site._id, stages });
  await database.of(AutomationConfig).insertOne(config);
  await pipelineOf(database, site).task();
  const run = await startRun(app.engine, { site: site._id, trigger: RunTrigger.Manual });
  expect(await app.settled(run._id)).toMatchObject({ status: RunStatus.Completed, error: null });
  const [content] = await database.of(Content).find({ site: site._id }).toArray();
  const calls = await database
    .of(AiCall)
    .find({ run: run._id }, { sort: { _id: 1 } })
    .toArray();
  const sectionCalls = calls.filter(({ purpose }) => purpose === 'section');
  return { content, calls, sectionCalls };
}

/** The section that a question is about, from 1; NaN for other questions. */
const sectionIn = (question: string) => Number(/Write section (\d+) of/.exec(question)?.[1]);

/** The answer to another question: to this one, but for so many times its words. */
const timesLonger = (question: string, times: number) =>
  standInAnswer(
    question.replace(
      /About (\d+) words\./,
      (_, asked) => `About ${Math.round(Number(asked) * times)} words.`,
    ),
  );

describe('an article of real length', () => {
  it('is put together whole of its sections, each journaled for itself', async () => {
    const { content, calls, sectionCalls } = await written();
    expect(calls.map(({ purpose }) => purpose)).toEqual([
      'outline',
      ...Array(sections).fill('section'),
      'finish',
    ]);
    expect(sectionCalls.map(({ index, status }) => [index, status])).toEqual(
      Array.from({ length: sections }, (_, at) => [at, AiCallStatus.Accepted]),
    );
    const html = content?.html ?? '';
    expect(html.match(/<h2>/g)).toHaveLength(sections);
    const ends = sectionCalls.map(({ reply }) => html.indexOf((reply as { html: string }).html));
    expect(ends.every((end, at) => end > (ends[at - 1] ?? 0))).toBe(true);
    expect(content?.wordCount).toBeGreaterThan(words * 0.85);
    expect(content?.wordCount).toBeLessThan(words * 1.15);
  });

  it('sends back a section that is far too short, with its words, and takes the longer one', async () => {
    let answered = false;
    onQuestion = (question) => {
      if (sectionIn(question) !== 3 || answered) return undefined;
      answered = true;
      return timesLonger(question, 0.3);
    };
    const { content, sectionCalls } = await written();
    const third = sectionCalls.filter(({ index }) => index === 2);
    expect(third.map(({ status }) => status)).toEqual([AiCallStatus.Rejected, AiCallStatus.Accepted]);
    expect(third[0]?.fault).toMatch(/^The section is too short: \d+ words; write about 193\.$/);
    expect(content?.wordCount).toBeGreaterThan(words * 0.85);
  });

  it.each([
    ['short', 0.65],
    ['long', 1.4],
  ])('is within 15 % of its target though its first sections are %s', async (_, times) => {
    onQuestion = (question) => (sectionIn(question) <= 3 ? timesLonger(question, times) : undefined);
    const { content } = await written();
    expect(content?.wordCount).toBeGreaterThan(words * 0.85);
    expect(content?.wordCount).toBeLessThan(words * 1.15);
  });
});
