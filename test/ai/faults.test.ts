import { describe, expect, it } from 'vitest';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { type AutomationRun, RunStatus } from '../../schema/automation-run.ts';
import { Keyword } from '../../schema/keyword.ts';
import {
  type Behaviour,
  breaksOff,
  fails,
  hangs,
  hangsUp,
  openFaultServer,
  refuses,
  says,
  showsPage,
  stalls,
} from '../support/fault-server.ts';
import { hastyProvidersOf } from '../support/provider-tools.ts';
import { eventsOf, openToyApp } from '../support/toy-app.ts';

const server = await openFaultServer();
const providers = server.questions.noting(hastyProvidersOf(server.choice(), server.nextSilence));
const app = await openToyApp({ providers });
const { database } = app.engine;

/** The calls of the run, in order, without what they share. */
async function journalOf(run: AutomationRun) {
  const rows = await database
    .of(AiCall)
    .find({ run: run._id }, { sort: { _id: 1 } })
    .toArray();
  return rows.map(({ status, faultCode }) => [status, faultCode]);
}

const { Accepted, Rejected, Failed } = AiCallStatus;

/** A run of the one stage, over one batch, with the server behaving so at first. */
async function runWith(...behaviours: Behaviour[]) {
  const { start, charges } = await app.site(['tea', 'coffee']);
  server.behave(...behaviours);
  const run = await app.worked(await start({ to: 'shout' }));
  return { run, charges: await charges() };
}

describe('a provider that is in trouble for a moment', () => {
  it.each<[string, Behaviour, string]>([
    ['answers 500', fails(500), 'it answered with the error 500'],
    ['answers 503', fails(503), 'it answered with the error 503'],
    ['never begins (timeout)', hangs, 'it did not begin to answer within 0.1 s'],
    ['stalls in mid-stream', stalls, 'its answer stopped, and nothing came for 0.1 s'],
    ['drops the connection', hangsUp, 'the connection was dropped before its answer was whole'],
    ['ends the stream too early', breaksOff, 'the connection was dropped before its answer was whole'],
    ['shows a page', showsPage, 'its answer does not follow its own protocol'],
    ['limits the rate (429)', fails(429), 'it limits how much may be asked in a minute'],
  ])('is asked again where it %s', async (_, behaviour, reason) => {
    const { run, charges } = await runWith(behaviour);
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    expect(charges).toEqual([1_000]);
    expect(await journalOf(run)).toEqual([
      [Failed, 'AI_UNAVAILABLE'],
      [Accepted, null],
    ]);
    const [waiting] = await eventsOf(app.engine, run, 'batch.waiting');
    // It goes on by itself: nothing is to be done.
    expect(waiting?.message).toBe(`The AI provider "compatible" is unavailable: ${reason}.`);
  });

  it('is left alone for as long as it asks for, by 429 with Retry-After', async () => {
    const { run } = await runWith(fails(429, {}, { 'retry-after': '0.037' }));
    expect(run.status).toBe(RunStatus.Completed);
    expect(await eventsOf(app.engine, run, 'batch.waiting')).toMatchObject([
      { delayMs: 37, isRateLimit: true },
    ]);
  });

  it('fails the run when it stays so, which then goes on where it was', async () => {
    const { run } = await runWith(fails(503), fails(503), fails(503));
    expect(run).toMatchObject({
      status: RunStatus.Failed,
      error: { code: 'AI_UNAVAILABLE', stage: 'shout' },
    });
    expect(server.requests).toHaveLength(3);
  });
});

describe('a reply that cannot be used', () => {
  it.each<[string, Behaviour, string, RegExp | undefined]>([
    ['is invalid JSON', says('Of course! TEA and COFFEE.'), 'NOT_JSON', /is not JSON/],
    ['is truncated JSON, as the model says', says('{"shouted":["TE', 'length'), 'TRUNCATED', /was cut off/],
    ['is truncated JSON, and the model does not say so', says('{"shouted":["TE'), 'NOT_JSON', /is not JSON/],
    ['has the wrong schema', says('{"shouts":[]}'), 'WRONG_SHAPE', /shouted: /],
    ['breaks a rule', says('{"shouted":["TEA!"]}'), 'BROKE_RULE', /Shout 2 phrases/],
    ['is oversized', says('x'.repeat(500_000)), 'OVERSIZED', /far too long/],
    ['is empty', says(''), 'EMPTY', undefined],
  ])('is told apart, and mended, where it %s', async (_, behaviour, code, repair) => {
    const { run, charges } = await runWith(behaviour);
    expect(run).toMatchObject({ status: RunStatus.Completed, error: null });
    expect(charges).toEqual([1_000]);
    expect(await journalOf(run)).toEqual([
      [Rejected, code],
      [Accepted, null],
    ]);
    const [, again] = server.requests;
    const { messages }: { messages: { role: string; content: string }[] } = JSON.parse(again?.body ?? '');
    // Once with the fault named; an answer that says nothing has nothing to be mended.
    if (repair === undefined) expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
    else expect(messages.at(-1)?.content).toMatch(repair);
  });

  it('three times over fails its item, with the last fault as the reason', async () => {
    const { start, site, charges } = await app.site(['tea']);
    server.behave(says(''), says('no'), says('{"shouted":[]}'));
    const run = await app.worked(await start({ to: 'shout' }));
    expect(run).toMatchObject({
      status: RunStatus.Completed,
      stages: { shout: { processed: 0, failed: 1 } },
    });
    expect((await journalOf(run)).map(([, code]) => code)).toEqual(['EMPTY', 'NOT_JSON', 'BROKE_RULE']);
    const keyword = await database.of(Keyword).findOne({ site: site._id });
    expect(keyword?.failure?.message).toContain('was unusable three times: Shout 1 phrases.');
    expect(await charges()).toEqual([0]);
  });

  it('that is a refusal is not asked for again: its item fails, says so, and costs no credits', async () => {
    const { start, site, charges } = await app.site(['tea']);
    server.behave(refuses());
    const run = await app.worked(await start({ to: 'shout' }));
    expect(await journalOf(run)).toEqual([[Rejected, 'REFUSED']]);
    expect(server.requests).toHaveLength(1);
    const keyword = await database.of(Keyword).findOne({ site: site._id });
    expect(keyword?.failure).toMatchObject({ message: expect.stringMatching(/^The AI refused "shout": /) });
    expect(await charges()).toEqual([0]);
  });

  it('is paid for all the same, and journaled with what it needed', async () => {
    const { run } = await runWith(says('no'));
    const [rejected] = await database.of(AiCall).find({ run: run._id, status: Rejected }).toArray();
    expect(rejected).toMatchObject({ tokensIn: 100, tokensOut: 20, tokensCached: 60, finishReason: 'stop' });
  });

  it('is reckoned by its length where it is given up before it says what it needed', async () => {
    const { run } = await runWith(says('word '.repeat(100_000)));
    const [rejected] = await database.of(AiCall).find({ run: run._id, status: Rejected }).toArray();
    expect(rejected?.tokensIn).toBeGreaterThan(0);
    // Four characters each; it is given up beyond 400,000 of them, and comes in two halves.
    expect(rejected?.tokensOut).toBe(125_000);
  });
});

describe('A long answer', () => {
  it('is seen to grow, in the words in which the stage tells how far it is', async () => {
    const { start } = await app.site(['tea']);
    app.toys.shout.inWork = (_, context) => context.progress('Shouting', 40);
    server.behave(says(JSON.stringify({ shouted: [`TEA${'!'.repeat(2_000)}`] })));
    const run = await app.worked(await start({ to: 'shout' }));
    const messages = (await eventsOf(app.engine, run, 'batch.phase')).map(({ message }) => message);
    expect(messages).toContain('Shouting, about 170 words so far');
  });
});
