import { describe, expect, it } from 'vitest';
import { ApiKey } from '../../schema/api-key.ts';
import { Role, User } from '../../schema/user.ts';
import { makeSignInLink } from '../../server/auth/sign-in-links.ts';
import { makeSite } from '../support/factory.ts';
import { fails, openFaultServer, says } from '../support/fault-server.ts';
import { comesBack } from './support/coming-back.ts';
import { openConsole } from './support/console.ts';

const server = await openFaultServer();
const app = await openConsole({ privateAiHosts: new URL(server.url).host });
const { database } = app.engine;
const site = await makeSite(database);
const owner = app.windowOf(site.account);

describe('an API key', () => {
  it('is made once by a double click, is shown once, works, and is worth nothing once it is revoked', async () => {
    const page = await owner('/account/api-keys');
    await page.getByRole('button', { name: 'New API key' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('The importer');
    await page.getByRole('button', { name: 'Create key' }).dblclick();
    const key = (await page.getByTestId('secret').textContent()) ?? '';
    const asProgram = () => app.as({ authorization: `Bearer ${key}` })('{ account { id } }');
    expect((await asProgram()).data.account.id).toBe(String(site.account));
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('cell', { name: 'The importer' }).waitFor();
    expect(await page.content()).not.toContain(key);

    await page.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('Revoked').waitFor();
    expect((await asProgram()).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await database.of(ApiKey).countDocuments({ account: site.account })).toBe(1);
  });
});

describe('an owner', () => {
  it('invites somebody by a link that is shown once, and adds credits', async () => {
    const page = await owner('/account/users');
    await page.getByRole('button', { name: 'Invite' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Grace');
    await page.getByRole('textbox', { name: 'Email' }).fill('grace@galley.test');
    await page.getByRole('button', { name: 'Create link' }).click();
    expect(await page.getByTestId('secret').textContent()).toMatch(/\/signin#/);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('cell', { name: 'grace@galley.test' }).waitFor();
    expect(await database.of(User).findOne({ email: 'grace@galley.test' })).toMatchObject({ role: 'editor' });

    await owner('/account/credits');
    await page.getByRole('button', { name: 'Add credits' }).click();
    await page.getByRole('spinbutton', { name: 'Credits' }).fill('250');
    await page.getByRole('dialog').getByRole('button', { name: 'Add credits' }).click();
    await page.getByRole('cell', { name: '+250' }).waitFor();
    await page.getByRole('link', { name: '1,750 credits' }).waitFor();
    // What is shown first adds up to the balance: batches are a choice of their own.
    await page.getByText('What changed the balance').waitFor();
    await page.getByRole('combobox', { name: 'Show' }).click();
    await page.getByRole('option', { name: 'What each batch cost' }).click();
    await page.getByRole('cell', { name: '+250' }).waitFor({ state: 'detached' });
  });
});

describe('a key of a provider of AI', () => {
  it('is set and tried: what is wrong with it is said in a sentence, and so that all is well', async () => {
    const page = await owner(`/sites/${site._id}`);
    await page.getByRole('textbox', { name: 'Base URL' }).fill(server.url);
    await page.getByRole('textbox', { name: 'Text models' }).fill('a-writer');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Applied. Runs use it').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'OpenAI' });
    await row.getByLabel('OpenAI key').fill('sk-live-0123456789abcdefWXYZ');
    await row.getByRole('button', { name: 'Set' }).click();
    await page.getByText('Ends in WXYZ').waitFor();
    const test = page.getByRole('button', { name: 'Test', exact: true });
    const told = page.getByRole('region', { name: 'AI providers' }).getByRole('alert');
    server.behave(fails(401, { code: 'invalid_api_key' }), says('{"word":"ready"}'));
    await test.click();
    await told.getByText('rejected the API key.').waitFor();
    await test.click();
    await told.getByText('a-writer (compatible) answered in ').waitFor();
    expect(server.requests.map(({ key }) => key)).toEqual(Array(2).fill('sk-live-0123456789abcdefWXYZ'));
    expect(await page.content()).not.toContain('sk-live-');
  });
});

describe('the models of AI', () => {
  it('stay as they are being written while a key is set, or cannot be read again', async () => {
    const { _id, account } = await makeSite(database);
    const { page, goto } = await app.visitAs(account);
    await goto(`/sites/${_id}`);
    const models = page.getByRole('textbox', { name: 'Text models' });
    await models.fill('openai:gpt-5,openai:gpt-5-mini');
    const row = page.getByRole('listitem').filter({ hasText: 'OpenAI' });
    await row.getByLabel('OpenAI key').fill('sk-live-0123456789abcdefABCD');
    await row.getByRole('button', { name: 'Set' }).click();
    await page.getByText('Ends in ABCD').waitFor();
    expect(await models.inputValue()).toBe('openai:gpt-5,openai:gpt-5-mini');
    await page.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: 'Not now.' }] } }));
    const told = page.waitForResponse('**/graphql');
    await page.evaluate(comesBack);
    await told;
    await page.unroute('**/graphql');
    expect(await models.inputValue()).toBe('openai:gpt-5,openai:gpt-5-mini');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Applied.').waitFor();
    // As the API has it.
    await expect.poll(() => models.inputValue()).toBe('openai:gpt-5, openai:gpt-5-mini');
    expect(await page.getByRole('button', { name: 'Apply' }).isDisabled()).toBe(true);
  });
});

describe('somebody who was invited by a link', () => {
  it('sets a password and a name under their own profile, and signs in with it', async () => {
    const fields = { account: site.account, email: 'lin@galley.test', name: 'Lin', role: Role.Viewer };
    const lin = Object.assign(new User(), fields);
    await database.of(User).insertOne(lin);
    const { page, goto } = await app.visit();
    await goto(`/signin#${await makeSignInLink(database, lin, app.engine.now())}`);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Lin' }).click();
    await page.getByRole('menuitem', { name: 'Your profile' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Lin of the beans');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Lin of the beans' }).waitFor();
    await page.getByLabel('New password').fill('four words are easiest');
    await page.getByRole('button', { name: 'Set password' }).click();
    await page.getByText('Password set.').waitFor();
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { user { name } } }';
    const { data } = await app.as()(signIn, {
      input: { email: lin.email, password: 'four words are easiest' },
    });
    expect(data.signIn.user.name).toBe('Lin of the beans');
  });
});
