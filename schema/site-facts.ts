import type { Site } from './site.ts';

/** What a writer is told of the site: part of the input of every call that writes. */
export type SiteFacts = Readonly<
  Pick<Site, 'name' | 'language' | 'country' | 'audience' | 'brandVoice' | 'avoidWords' | 'pointOfView'>
>;

/** `isSample`: for texts that are written once for all sites, and know no words to avoid. */
export function siteFacts(site: Site, isSample = false): SiteFacts {
  const { name, language, country, audience, brandVoice, avoidWords, pointOfView } = site;
  return {
    ...{ name, language, country, audience, brandVoice, pointOfView },
    avoidWords: isSample ? [] : avoidWords,
  };
}
