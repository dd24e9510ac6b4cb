import type { Phrasebook } from '../phrasebook.ts';
import { choosing } from './choosing.ts';
import { doing } from './doing.ts';

export const en: Phrasebook = {
  language: 'en',
  note: [
    'Sample text',
    'This article was put together without an AI model, to show what a draft looks like. It is not meant to be published.',
  ],
  summaryTitle: 'In short',
  labelEnd: '.',
  sentenceGap: ' ',
  extraPoints: 0,
  openings: {
    guide:
      'Anyone who looks into “{topic}” for the first time meets a lot of advice, and not all of it agrees.',
    'how-to':
      'Most things look harder than they are, and what people look up under “{keyword}” is a good example.',
    comparison: 'When several options look equally good, a calm comparison helps more than another opinion.',
    list: 'Long lists of recommendations are easy to find; reasons for a recommendation are not.',
    review: 'A fair review tells you what is good, what is not, and for whom either of the two matters.',
    question: 'Some questions deserve a short answer first and the background afterwards.',
    local: 'What is close by is often good enough, and sometimes better than anything you could order.',
  },
  covers: 'The text is for people who search for {keywords}.',
  phrase: '“{keyword}”',
  promises: [
    'This article takes “{keyword}” one step at a time: first what it is about, then what to look at, and at the end what to do with it. You can read it from top to bottom or go straight to the section you need.',
    'The sections below sort the subject so that you can decide for yourself. Each of them stands alone, and none of them expects that you know the technical terms.',
    'Below you will find the points that make a difference in everyday life, with examples and with the questions that come up again and again around “{keyword}”.',
  ],
  descriptions: [
    '“{title}”: what matters, what to avoid and how to go on from here.',
    '“{title}”: the essentials, common mistakes and sensible next moves.',
    '“{title}”: the points that make a difference in everyday life.',
  ],
  excerpts: [
    'What matters about “{keyword}”, what to avoid and how to go on from here, told without technical terms.',
    'A plain introduction to “{keyword}”, with the points that make a difference in everyday life.',
    '“{keyword}” explained step by step: the essentials, common mistakes and sensible next moves.',
  ],
  sections: { ...choosing, ...doing },
};
