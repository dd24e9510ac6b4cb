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
      createdAt: 'Made',
    },
    about: {
      basics: 'The site',
      writing: 'How its articles are written',
      name: 'As people call it.',
      url: 'Where its articles will stand, such as https://coffee.example.',
      language: 'Of its articles, as a code such as en or de-AT.',
      country: 'Of its readers, as a code such as US.',
      timeZone: 'Of its schedule, such as Europe/Berlin.',
      audience: 'Who reads it.',
      brandVoice: 'How it speaks, in a sentence or two.',
      avoidWords: 'Press Enter after each.',
      wordTarget: 'Aimed at when an idea names no other number.',
    },
    delete: {
      action: 'Delete this site',
      title: 'Delete %{name}?',
      help: 'All that it holds goes with it, for good: keywords, ideas, drafts, images, runs. What is published stays where it was published.',
    },
    notifications: {
      created: 'The site is made.',
      updated: 'The settings of the site are saved. |||| The settings of %{smart_count} sites are saved.',
      deleted: 'The site is deleted. |||| %{smart_count} sites are deleted.',
    },
    settingsOf: 'Settings of %{name}',
    pointOfView: { I: 'I', WE: 'We', NEUTRAL: 'Neutral' },
  },
};
