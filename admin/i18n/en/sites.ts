import { resource } from '../../data/resource.ts';

export const sites = {
  [resource.sites]: {
    name: 'Site |||| Sites',
    fields: {
      name: 'Name',
      url: 'Address',
      language: 'Language',
      country: 'Country',
      timeZone: 'Time zone',
      audience: 'Audience',
      brandVoice: 'Brand voice',
      avoidWords: 'Words to avoid',
      pointOfView: 'Point of view',
      wordTarget: 'Words per article',
      createdAt: 'Created',
    },
    search: 'Name or address',
    now: 'Now',
    drafts: 'In review',
    next: 'Next run',
    about: {
      basics: 'The site',
      writing: 'How its articles are written',
      name: 'What people call it.',
      url: 'Where its articles will be published, such as https://coffee.example.',
      language: 'The language of its articles, by its name or as a code such as de-AT.',
      country: 'The country of its readers, by its name or as a code such as US.',
      timeZone: 'The time zone of its schedule, such as Europe/Berlin.',
      audience: 'Who reads it.',
      brandVoice: 'How it sounds, in a sentence or two.',
      avoidWords: 'Press Enter after each one.',
      wordTarget: 'Used when an idea sets no other number.',
    },
    delete: {
      action: 'Delete this site',
      title: 'Delete %{name}?',
      help: 'Everything in it is deleted for good: keywords, ideas, drafts, images, runs. Published articles stay where they were published.',
    },
    notifications: {
      created: 'Site created.',
      updated: 'Site settings saved. |||| Settings of %{smart_count} sites saved.',
      deleted: 'Site deleted. |||| %{smart_count} sites deleted.',
    },
    settingsOf: 'Settings for %{name}',
    pointOfView: { I: 'I', WE: 'We', NEUTRAL: 'Neutral' },
  },
};
