import { describe, expect, it } from 'vitest';
import { offlineProviders } from '../../server/ai/offline-provider.ts';
import { openTestApi, type TestApi } from '../support/api.ts';
import { makeAccount, makeSite } from '../support/factory.ts';
import { providersOf } from '../support/provider-tools.ts';

const query = '{ aiProviders { sample text { provider model } image { provider model } } }';

describe('Who answers', async () => {
  const { text } = providersOf({
    keys: { openai: 'sk-shown-to-nobody' },
    baseUrls: {},
    text: [
      { provider: 'openai', model: 'gpt-6-sol' },
      { provider: 'openai', model: 'gpt-5-mini' },
    ],
    image: [],
  });
  const offline = await openTestApi();
  const mixed = await openTestApi({ parts: { providers: { text, image: offlineProviders.image } } });

  it('is nobody where no key is set, and a sentence says so', async () => {
    expect((await asked(offline)).data.aiProviders).toEqual({
      sample: 'Sample text: no AI key is set.',
      text: [{ provider: 'offline', model: 'galley-offline' }],
      image: [{ provider: 'offline', model: 'galley-painter' }],
    });
  });

  it('says of a site in another language that its sample texts are in English, where there are no others', async () => {
    const ofSite = 'query ($siteId: ObjectID!) { aiProviders(siteId: $siteId) { sample } }';
    const sampleFor = async (app: TestApi, language: string) => {
      const site = await makeSite(app.engine.database, { language });
      const ask = app.as(await app.person(site.account));
      return (await ask(ofSite, { siteId: site._id })).data.aiProviders.sample;
    };
    expect(await sampleFor(offline, 'ar')).toBe(
      'Sample text: no AI key is set. Sample text is in English: there is none in Arabic.',
    );
    expect(await sampleFor(offline, 'de')).toBe('Sample text: no AI key is set.');
    expect(await sampleFor(mixed, 'ar')).toBe('Sample images: no image model is set up.');
  });

  it('is told with all fallbacks, in their order, and without a key', async () => {
    const answer = await asked(mixed);
    expect(answer.data.aiProviders).toEqual({
      sample: 'Sample images: no image model is set up.',
      text: [
        { provider: 'openai', model: 'gpt-6-sol' },
        { provider: 'openai', model: 'gpt-5-mini' },
      ],
      image: [{ provider: 'offline', model: 'galley-painter' }],
    });
    expect(JSON.stringify(answer)).not.toContain('sk-');
  });
});

async function asked(app: TestApi) {
  const { _id } = await makeAccount(app.engine.database);
  return app.as(await app.person(_id))(query);
}
