import { describe, expect, it } from 'vitest';
import { Site } from '../../schema/site.ts';
import { Role } from '../../schema/user.ts';
import { openTestApi } from '../support/api.ts';
import { makeSite } from '../support/factory.ts';

const app = await openTestApi();
const sites = app.engine.database.of(Site);
const fields = 'site { id name url language timeZone avoidWords pointOfView wordTarget }';
const createSite = `mutation ($input: CreateSiteInput!) { createSite(input: $input) { ${fields} } }`;
const updateSite = `mutation ($input: UpdateSiteInput!) { updateSite(input: $input) { ${fields} } }`;

async function scene() {
  const site = await makeSite(app.engine.database, { url: 'https://coffee.example', avoidWords: ['cheap'] });
  return { site, ask: app.as(await app.person(site.account, Role.Editor)) };
}

describe('making a site', () => {
  it('gives it what is said of it, and defaults', async () => {
    const { ask, site } = await scene();
    const { data } = await ask(createSite, { input: { name: 'Tea', language: 'de' } });
    expect(data.createSite.site).toMatchObject({ name: 'Tea', language: 'de', timeZone: 'UTC', url: null });
    expect(await sites.countDocuments({ account: site.account, name: 'Tea' })).toBe(1);
  });

  it('is refused where the account has the name already, with the id of the site that has it, and to programs that may only read', async () => {
    const { ask, site } = await scene();
    const taken = await ask(createSite, { input: { name: site.name } });
    expect(taken.errors?.[0]?.extensions).toMatchObject({
      code: 'NAME_TAKEN',
      details: { name: site.name, id: `${site._id}` },
    });
    const reader = app.as(await app.program(site.account, []));
    const { errors } = await reader(createSite, { input: { name: 'Milk' } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the language of a site', () => {
  it.each(['klingon', 'xx', 'not a language', ''])(
    'is refused where it is %j, new and changed',
    async (language) => {
      const { ask, site } = await scene();
      const made = await ask(createSite, { input: { name: 'Tea', language } });
      const changed = await ask(updateSite, { input: { id: site._id, language } });
      for (const { errors } of [made, changed]) {
        expect(errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
        expect(JSON.stringify(errors)).toContain('must be the code of a language');
      }
    },
  );

  it.each(['pt-BR', 'ar', 'zh-Hans'])('may be %s', async (language) => {
    const { ask, site } = await scene();
    const { data } = await ask(updateSite, { input: { id: site._id, language } });
    expect(data.updateSite.site.language).toBe(language);
  });
});

describe('changing a site', () => {
  it('empties by null what may be empty, and leaves what may not', async () => {
    const { ask, site } = await scene();
    const input = { id: site._id, url: null, name: null, language: null, timeZone: null, avoidWords: null };
    const { data, errors } = await ask(updateSite, { input });
    expect(errors).toBeUndefined();
    expect(data.updateSite.site).toEqual({
      id: String(site._id),
      name: site.name,
      url: null,
      language: 'en',
      timeZone: 'UTC',
      avoidWords: ['cheap'],
      pointOfView: null,
      wordTarget: null,
    });
  });

  it('takes as whom it speaks and how long its articles are, within bounds', async () => {
    const { ask, site } = await scene();
    const input = { id: site._id, pointOfView: 'WE', wordTarget: 1200 };
    expect((await ask(updateSite, { input })).data.updateSite.site).toMatchObject({
      pointOfView: 'WE',
      wordTarget: 1200,
    });
    for (const wordTarget of [299, 6001]) {
      const { errors } = await ask(updateSite, { input: { id: site._id, wordTarget } });
      expect(errors?.[0]?.extensions).toMatchObject({ details: { problems: [{ path: 'wordTarget' }] } });
    }
    const emptied = { id: site._id, pointOfView: null, wordTarget: null };
    expect((await ask(updateSite, { input: emptied })).data.updateSite.site).toMatchObject({
      pointOfView: null,
      wordTarget: null,
    });
  });

  it('tells every field that is not valid, and is refused to other accounts', async () => {
    const { ask, site } = await scene();
    const wrong = await ask(updateSite, { input: { id: site._id, url: 'coffee', timeZone: 'Mars/Base' } });
    const problems = [{ path: 'url' }, { path: 'timeZone' }];
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', details: { problems } });
    const { errors } = await (await scene()).ask(updateSite, { input: { id: site._id, name: 'Mine' } });
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
