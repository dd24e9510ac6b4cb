import { afterEach, describe, expect, it } from 'vitest';
import { Role } from '../../schema/user.ts';
import { minuteMs } from '../../server/durations.ts';
import { openTestApi } from '../support/api.ts';
import { makeKeywords, makeSite } from '../support/factory.ts';
import { forgetSchedules, look } from '../support/scheduled-site.ts';
import { makeToys } from '../support/toy-stages.ts';

const app = await openTestApi({ stages: makeToys().stages });
const { engine } = app;
const { database } = engine;

afterEach(() => forgetSchedules(engine));

const update = `mutation ($input: UpdateScheduleInput!) { updateSchedule(input: $input) { schedule {
  enabled frequency weekday day time timeZone catchUpHours lastRunAt nextRunAt pausedReason } } }`;
const next = 'query ($siteId: ObjectID!, $n: Int!) { nextOccurrences(siteId: $siteId, n: $n) }';
const past = `query ($siteId: ObjectID!, $after: String) { occurrences(siteId: $siteId, first: 2, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } nodes { dueAt outcome code reason run { id trigger } } } }`;

async function scene() {
  const site = await makeSite(database, { timeZone: 'Europe/Berlin' });
  const siteId = site._id.toHexString();
  const ask = app.as(await app.person(site.account, Role.Editor));
  const set = async (input: object) => {
    const { data, errors } = await ask(update, { input: { siteId, ...input } });
    expect(errors).toBeUndefined();
    return data.updateSchedule.schedule;
  };
  return { site, siteId, ask, set };
}

describe('a schedule', () => {
  it("is daily at two by the site's clock, and off, until somebody says otherwise", async () => {
    const { set } = await scene();
    expect(await set({})).toEqual({
      enabled: false,
      frequency: 'DAILY',
      weekday: 'MONDAY',
      day: 1,
      time: '02:00',
      timeZone: null,
      catchUpHours: 6,
      lastRunAt: null,
      nextRunAt: null,
      pausedReason: null,
    });
    expect(await set({ enabled: true })).toMatchObject({ nextRunAt: '2025-12-04T01:00:00.000Z' });
  });

  it('changes in what is given, keeps the rest, and shows its times to come', async () => {
    const { siteId, ask, set } = await scene();
    await set({ enabled: true, frequency: 'MONTHLY', day: 31, time: '23:30', timeZone: 'Asia/Tokyo' });
    expect(await set({ day: 30 })).toMatchObject({ frequency: 'MONTHLY', day: 30, time: '23:30' });
    const { data } = await ask(next, { siteId, n: 3 });
    const times = ['2025-12-30T14:30:00.000Z', '2026-01-30T14:30:00.000Z', '2026-02-28T14:30:00.000Z'];
    expect(data.nextOccurrences).toEqual(times);
    await set({ enabled: false });
    expect((await ask(next, { siteId, n: 3 })).data.nextOccurrences).toEqual([]);
  });

  it("follows its site's zone", async () => {
    const { siteId, ask, set } = await scene();
    await set({ enabled: true });
    const { errors } = await ask(
      'mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { site { timeZone } } }',
      { input: { id: siteId, timeZone: 'America/New_York' } },
    );
    expect(errors).toBeUndefined();
    expect(await set({})).toMatchObject({ timeZone: null, nextRunAt: '2025-12-04T07:00:00.000Z' });
  });

  it('is refused with every field that is out of its bounds', async () => {
    const { siteId, ask } = await scene();
    const input = { siteId, day: 32, time: '24:00', timeZone: 'Mars/Olympus', catchUpHours: 169 };
    const { errors } = await ask(update, { input });
    const details = errors?.[0]?.extensions.details as { problems: { path: string }[] };
    expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect(details.problems.map(({ path }) => path).sort()).toEqual([
      'catchUpHours',
      'day',
      'time',
      'timeZone',
    ]);
    expect((await ask(next, { siteId, n: 101 })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('is nobody else’s, and a viewer may not change it', async () => {
    const { site, siteId } = await scene();
    const stranger = app.as(await app.person((await makeSite(database)).account));
    const viewer = app.as(await app.person(site.account, Role.Viewer));
    const codeOf = async (asked: ReturnType<typeof stranger>) => (await asked).errors?.[0]?.extensions.code;
    expect(await codeOf(stranger(update, { input: { siteId, enabled: true } }))).toBe('NOT_FOUND');
    expect(await codeOf(stranger(next, { siteId, n: 1 }))).toBe('NOT_FOUND');
    expect(await codeOf(stranger(past, { siteId }))).toBe('NOT_FOUND');
    expect(await codeOf(viewer(update, { input: { siteId, enabled: true } }))).toBe('FORBIDDEN');
    expect(await codeOf(viewer(past, { siteId }))).toBeUndefined();
  });
});

describe('occurrences', () => {
  it('tell what became of each time, the latest first, page by page', async () => {
    const { site, siteId, ask, set } = await scene();
    const due: string[] = [];
    for (const keywords of [[], ['espresso'], ['ristretto']]) {
      await makeKeywords(database, site, keywords);
      app.clock.advance(30 * minuteMs);
      const soon = new Date(engine.now().getTime() + minuteMs);
      const { nextRunAt } = await set({
        enabled: true,
        timeZone: 'UTC',
        time: soon.toISOString().slice(11, 16),
      });
      due.unshift(nextRunAt);
      app.clock.advance(2 * minuteMs);
      await look(engine);
    }
    const { data } = await ask(past, { siteId });
    const { pageInfo, ...first } = data.occurrences;
    expect(first).toEqual({
      totalCount: 3,
      nodes: [
        {
          dueAt: due[0],
          outcome: 'DELAYED',
          code: null,
          reason: expect.stringMatching(/still active\.$/),
          run: null,
        },
        {
          dueAt: due[1],
          outcome: 'STARTED',
          code: null,
          reason: null,
          run: { id: expect.any(String), trigger: 'SCHEDULED' },
        },
      ],
    });
    const { data: more } = await ask(past, { siteId, after: pageInfo.endCursor });
    expect(more.occurrences).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [{ dueAt: due[2], outcome: 'REFUSED', code: 'NOTHING_TO_DO', run: null }],
    });
  });
});
