import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Notification, NotificationEvent } from '../../schema/notification.ts';
import type { Site } from '../../schema/site.ts';
import { transaction } from '../../server/db/database.ts';
import { minuteMs } from '../../server/durations.ts';
import { createCourier } from '../../server/notifications/courier.ts';
import { addNotification } from '../../server/notifications/outbox.ts';
import { logTarget, type NotificationTarget } from '../../server/notifications/target.ts';
import { createWebhook } from '../../server/notifications/webhook.ts';
import { deleteSite } from '../../server/sites.ts';
import { openTestApp } from '../support/app.ts';
import { makeSite } from '../support/factory.ts';
import { recordLog } from '../support/recorded-log.ts';
import { openReceiver } from './receiver.ts';

const secret = 'a-secret-of-both-sides';
const app = await openTestApp();
const receiver = await openReceiver();
const { engine, clock } = app;
const { database } = engine;
const notifications = database.of(Notification);
let log = recordLog();

beforeEach(async () => {
  log = recordLog();
  receiver.received.length = 0;
  receiver.answer = (response) => response.writeHead(204).end();
  await notifications.deleteMany({});
});

/** As of one process. */
function courier(target: NotificationTarget = createWebhook({ url: receiver.url, secret })) {
  const publicUrl = 'https://galley.example.com';
  return createCourier({ database, target, log: log.log, publicUrl, now: engine.now });
}

/** Something to be told of a site. */
async function news(fields: Partial<Site> = {}) {
  const site = await makeSite(database, fields);
  const run = Object.assign(new AutomationRun(), {
    account: site.account,
    site: site._id,
    runId: 'run_20251203_140523_manual',
  });
  const told = { event: NotificationEvent.RunFailed, sentence: 'The run has failed: é.', at: engine.now() };
  await transaction(database.client, (session) => addNotification(database, { run, ...told }, session));
  return { site, run };
}

const bodies = () => receiver.received.map(({ body }) => JSON.parse(body));

describe('A notification', () => {
  it('is posted as JSON that is signed, and then done with', async () => {
    const { site, run } = await news({ name: 'Coffee' });
    await courier().deliver();
    await courier().deliver();
    const [stored] = await notifications.find().toArray();
    expect(bodies()).toEqual([
      {
        id: stored?._id.toHexString(),
        event: 'run.failed',
        at: '2025-12-03T14:05:23.000Z',
        site: { id: site._id.toHexString(), name: 'Coffee' },
        run: { id: run._id.toHexString(), name: 'run_20251203_140523_manual' },
        sentence: 'The run has failed: é.',
        link: `https://galley.example.com/automation/runs/${run._id.toHexString()}/show?site=${site._id.toHexString()}`,
      },
    ]);
    const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    expect(headers['x-galley-signature']).toBe(`sha256=${signature}`);
    expect(stored).toMatchObject({ isOpen: false, tries: 1 });
  });

  it('that is about no run leads to the pipeline of its site', async () => {
    const site = await makeSite(database, {});
    const told = { event: NotificationEvent.ScheduleRefused, site, sentence: 'No.', at: engine.now() };
    await transaction(database.client, (session) => addNotification(database, told, session));
    await courier().deliver();
    const link = `https://galley.example.com/automation?site=${site._id.toHexString()}`;
    expect(bodies()).toMatchObject([{ event: 'schedule.refused', run: null, link }]);
  });

  it('is not signed where there is no secret', async () => {
    await news();
    await courier(createWebhook({ url: receiver.url })).deliver();
    expect(receiver.received[0]?.headers).not.toHaveProperty('x-galley-signature');
  });

  it('is delivered by one of all processes that look', async () => {
    for (const _ of [1, 2, 3, 4, 5, 6]) await news();
    await Promise.all([courier(), courier(), courier()].map((one) => one.deliver()));
    expect(new Set(bodies().map(({ id }) => id)).size).toBe(6);
    expect(receiver.received).toHaveLength(6);
  });

  it('comes again, later each time, until it has arrived, and is the same', async () => {
    await news();
    receiver.answer = (response) => response.writeHead(503).end('not now');
    const { deliver } = courier();
    const waits = [1, 2, 4];
    await deliver();
    for (const [nth, minutes] of waits.entries()) {
      clock.advance(minutes * minuteMs - 1);
      await deliver();
      expect(receiver.received).toHaveLength(nth + 1);
      clock.advance(1);
      if (nth === waits.length - 1) receiver.answer = (response) => response.writeHead(200).end('thanks');
      await deliver();
      expect(receiver.received).toHaveLength(nth + 2);
    }
    clock.advance(60 * minuteMs);
    await deliver();
    expect(receiver.received).toHaveLength(4);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(log.lines).toMatchObject(
      [1, 2, 3].map((tries) => ({
        msg: 'notification not delivered yet',
        tries,
        err: { code: 'NOTIFICATION_NOT_SENT', message: expect.stringContaining('it answered 503') },
      })),
    );
  });

  it('is delivered by another process where the one that took it dies', async () => {
    await news();
    const taken = Promise.withResolvers<void>();
    const dying = courier({
      send() {
        taken.resolve();
        return new Promise(() => {});
      },
    });
    void dying.deliver();
    await taken.promise;
    await courier().deliver();
    expect(receiver.received).toEqual([]);
    clock.advance(minuteMs);
    await courier().deliver();
    expect(receiver.received).toHaveLength(1);
  });

  it('is given up after eight tries, and the log says so', async () => {
    await news();
    receiver.answer = (response) => response.writeHead(500).end();
    const { deliver } = courier();
    for (let nth = 0; nth < 12; nth += 1) {
      await deliver();
      clock.advance(128 * minuteMs);
    }
    expect(receiver.received).toHaveLength(8);
    expect(log.lines.at(-1)).toMatchObject({ level: 50, msg: 'notification given up', tries: 8 });
    expect(await notifications.findOne({ isOpen: true })).toBeNull();
  });

  it('does not keep the others where it gets no answer', async () => {
    await Promise.all([news(), news(), news()]);
    receiver.answer = (response) => {
      if (receiver.received.length > 1) response.writeHead(204).end();
    };
    await courier(createWebhook({ url: receiver.url, timeoutMs: 2_000 })).deliver();
    expect(await notifications.countDocuments({ isOpen: false })).toBe(2);
    expect(log.lines).toMatchObject([{ err: { message: expect.stringContaining('timeout') } }]);
  });

  it('of a site that was deleted is not delivered, and goes with it', async () => {
    const { site } = await news();
    const other = await news();
    await deleteSite(engine, site);
    expect(await notifications.distinct('site')).toEqual([other.site._id]);
    await courier().deliver();
    expect(receiver.received).toHaveLength(1);
  });

  it('is a line of the log where no webhook is set', async () => {
    const { site } = await news();
    await courier(logTarget(log.log)).deliver();
    expect(log.lines).toMatchObject([
      { msg: 'notification: The run has failed: é.', event: 'run.failed', site: site._id.toHexString() },
    ]);
  });
});

describe('A webhook', () => {
  it('is not followed where it leads elsewhere: what it is told is for it alone', async () => {
    await news();
    receiver.answer = (response) => response.writeHead(307, { location: receiver.url }).end();
    await courier().deliver();
    expect(receiver.received).toHaveLength(1);
    expect(log.lines[0]?.err.message).toContain('it answered 307');
  });

  it('keeps its address and its secret out of the log', async () => {
    await news();
    receiver.answer = (response) => response.destroy();
    await courier().deliver();
    await courier(createWebhook({ url: 'http://127.0.0.1:9/hook?token=of-the-hook', secret })).deliver();
    clock.advance(minuteMs);
    await courier(createWebhook({ url: 'http://127.0.0.1:9/hook?token=of-the-hook', secret })).deliver();
    expect(log.lines).toHaveLength(2);
    expect(JSON.stringify(log.lines)).not.toMatch(/of-the-hook|\/hook|a-secret/);
  });
});

describe('A courier that is stopped', () => {
  it('finishes what is under way and takes nothing more', async () => {
    for (const _ of [1, 2, 3, 4, 5, 6, 7, 8]) await news();
    const { deliver, stop } = courier();
    const pending = Promise.withResolvers<void>();
    receiver.answer = (response) => void pending.promise.then(() => response.writeHead(204).end());
    void deliver();
    await receiver.reached(4);
    const stopped = stop();
    pending.resolve();
    await stopped;
    await deliver();
    expect(receiver.received).toHaveLength(4);
    expect(await notifications.countDocuments({ isOpen: true })).toBe(4);
  });

  it('cuts off one that gets no answer, which comes again', async () => {
    await news();
    receiver.answer = () => {};
    const { deliver, stop } = courier();
    void deliver();
    await receiver.reached(1);
    await stop(0);
    expect(log.lines).toMatchObject([{ err: { message: expect.stringContaining('shutting down') } }]);
    receiver.answer = (response) => response.writeHead(204).end();
    clock.advance(minuteMs);
    await courier().deliver();
    expect(receiver.received).toHaveLength(2);
  });
});
