/** What is paid for is not paid for again: the program itself is killed (kill -9), and a real provider's questions are counted. */
import { MongoError } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { Account } from '../../schema/account.ts';
import { AiCall, AiCallStatus } from '../../schema/ai-call.ts';
import { AutomationRun } from '../../schema/automation-run.ts';
import { Content } from '../../schema/content.ts';
import { ownAccountName } from '../../server/cli/with-app.ts';
import { audit } from '../../server/credits/audit.ts';
import { galleyUser } from '../cli/galley.ts';
import { openStandIn } from '../support/ai-mock.ts';
import { makeSmallSite } from '../support/small-site.ts';

const user = galleyUser();
const questions: string[] = [];
let onQuestion: (text: string) => unknown = () => {};
const server = await openStandIn({
  async onQuestion(text) {
    questions.push(text);
    await onQuestion(text);
  },
});
const env = { OPENAI_BASE_URL: `${server.url}/v1`, TEXT_MODEL: 'a-writer' };
const finishing = 'The sections are written. Finish the article.';

afterEach(() => {
  questions.length = 0;
  onQuestion = () => {};
});

/** Starts a run over one keyword, up to its one article. */
async function start() {
  const { database } = user;
  const known = await database.of(Account).findOne({ name: ownAccountName });
  const account = known ?? Object.assign(new Account(), { name: ownAccountName });
  if (!known) await database.of(Account).insertOne(account);
  const site = await makeSmallSite(database, [], { account: account._id });
  const file = await user.file('one.csv', ['keyword', 'cold brew coffee']);
  const program = user.start(['run', file, '--site', site.name, '--stages', '1..4'], env);
  const kill = () => program.process.kill('SIGKILL');
  return { site, kill, program };
}

/** Goes on with the run; what came of it, and its accepted calls. */
async function resumed(site: { name: string; _id: Account['_id'] }) {
  const { code } = await user.galley(['resume', '--site', site.name], env);
  const { database } = user;
  const calls = await database
    .of(AiCall)
    .find({ site: site._id }, { sort: { _id: 1 } })
    .toArray();
  const articles = await database.of(Content).countDocuments({ site: site._id });
  expect((await audit(database)).differences).toEqual([]);
  return { code, calls, articles };
}

describe('a program that is killed', () => {
  it('between two sections has the sections before it answered by the journal', async () => {
    const { site, kill, program } = await start();
    onQuestion = (text) => {
      if (!text.includes('Write section 3 of ')) return;
      onQuestion = () => {};
      kill();
    };
    expect(await program.ended).toMatchObject({ signal: 'SIGKILL' });
    const before = [...questions];
    const { code, calls, articles } = await resumed(site);
    expect({ code, articles }).toEqual({ code: 0, articles: 1 });
    expect(calls.every(({ status }) => status === AiCallStatus.Accepted)).toBe(true);
    // The one that was under way is the only one that was asked twice.
    expect(questions).toHaveLength(calls.length + 1);
    expect(questions[before.length]).toBe(before.at(-1));
    expect(new Set(questions).size).toBe(calls.length);
  });

  it('between the last reply and its save asks nothing again', async () => {
    const isAnswered = { 'fullDocument.purpose': 'finish', 'fullDocument.status': AiCallStatus.Accepted };
    const answers = user.database
      .of(AiCall)
      .watch([{ $match: isAnswered }], { fullDocument: 'updateLookup' });
    // Opened before anything is asked.
    await answers.tryNext();
    const { site, kill, program } = await start();
    const { client } = user.database;
    const session = client.startSession();
    onQuestion = async (text) => {
      if (!text.includes(finishing)) return;
      // Whoever writes to the run waits for this transaction: its batch cannot be saved.
      for (let isHeld = false; !isHeld; ) {
        session.startTransaction();
        isHeld = await user.database
          .of(AutomationRun)
          .updateOne({ site: site._id }, { $inc: { hold: 1 } }, { session })
          .then(() => true, met);
      }
    };
    // The program itself may be writing to the run, to show how far it is.
    const met = async (error: unknown) => {
      await session.abortTransaction();
      if (error instanceof MongoError && error.hasErrorLabel('TransientTransactionError')) return false;
      throw error;
    };
    await answers.next();
    kill();
    expect(await program.ended).toMatchObject({ signal: 'SIGKILL' });
    await session.abortTransaction();
    await session.endSession();
    await answers.close();
    expect(await user.database.of(Content).countDocuments({ site: site._id })).toBe(0);
    const asked = questions.length;
    const { code, calls, articles } = await resumed(site);
    expect({ code, articles }).toEqual({ code: 0, articles: 1 });
    expect(questions).toHaveLength(asked);
    expect(calls).toHaveLength(asked);
  });
});
