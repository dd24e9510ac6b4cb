import type { SectionKind, SectionText } from '../phrasebook.ts';

/** Sections that help to do something. */
export const doing = {
  mistakes: {
    headings:
      'Common mistakes and how to avoid them | What often goes wrong | {topic}: pitfalls to know about',
    leads: [
      'Nearly everyone makes the same few mistakes at the beginning. Knowing them saves money and some annoyance.',
      'Ask people with experience of “{keyword}” what they would do differently today, and you will hear similar answers.',
      'Mistakes are part of learning, but they need not be your own. These come up most often.',
    ],
    points: [
      'Too much at once | Change one thing at a time, or you will not know what helped.',
      'Buying before trying | Borrow, visit or test in a small way before you commit yourself.',
      'Trusting a single source | Compare at least three opinions, one of them critical.',
      'Skipping the preparation | Ten minutes at the start spare an hour at the end.',
      'Ignoring care | What is looked after regularly lasts far longer than what is repaired in a hurry.',
      'Giving up early | The third attempt is usually the first good one.',
      'Following fashion | What everyone recommends this month may be forgotten by the next.',
      'Collecting instead of using | One thing that is used well beats five that are hardly used.',
      'Comparing yourself | Other people show their best results; yours only have to suit you.',
    ],
    tails: [
      'If one of these has happened to you already, you are in good company. Correct it and go on.',
      'It is enough to avoid the first two; the others lose their sting with practice.',
    ],
    gist: 'Most mistakes come from hurry and can be avoided with a little preparation.',
  },
  next: {
    headings: 'How to go on from here | Your next steps | What to do this week',
    leads: [
      'Reading is a good start, but a small step in practice is worth more. Choose one thing from this article and do it within the next few days.',
      'If “{keyword}” was only the beginning of your search, this is a good moment to stop collecting and start doing.',
    ],
    points: [
      'Write down in one sentence what you want to achieve.',
      'Pick the two options that come closest to your wish and leave the others aside.',
      'Talk to someone who has done it before, and ask what surprised them.',
      'Set a date for a first attempt and keep it small.',
      'Look at the result a week later with fresh eyes.',
      'Keep what works, and change one thing for the second round.',
      'Tell somebody about your plan; it is harder to drop afterwards.',
      'Decide in advance how you will recognise a good result.',
    ],
    tails: [
      'After that you will know more than any article could tell you, because you will know your own case.',
      'Come back to this page when new questions turn up. They will be better questions than today’s.',
    ],
    gist: 'One small step this week is worth more than further reading.',
  },
  faq: {
    headings: 'Frequently asked questions | Questions and answers | {topic}: what people ask',
    leads: [
      'Some questions come up whenever “{keyword}” is discussed. Here are short answers to the most frequent ones.',
      'The following answers are brief on purpose. Each can be the start of a longer conversation.',
    ],
    points: [
      'How long does it take to get used to it? | Most people feel at home after two or three weeks of regular practice.',
      'Do I need special equipment? | Not at the beginning. Start with what you have and add only what you miss.',
      'Is the more expensive choice always better? | No. Above a certain level you pay for looks and for a name.',
      'What should beginners watch out for? | A modest start and good notes; both make later decisions easy.',
      'How do I recognise good advice? | It names its limits and tells you for whom it is not meant.',
      'Can I change my mind later? | Nearly always. Keep receipts and packaging for a while, and choose what can be returned.',
      'How often should I review my choice? | Once a year is plenty, unless your needs have changed.',
      'Where can I try it without obligation? | With friends, in courses, and in shops that are sure of what they sell.',
      'What if I do not like the result? | Change one thing and try again twice before you draw a conclusion.',
      'Is it worth it for occasional use? | Often yes, if you borrow or buy second-hand.',
    ],
    tails: [
      'Is your question missing? Note it down and ask it where you buy or learn; the answer tells you a lot about the place.',
      'If two answers seem to contradict each other, the one that fits your everyday life is the right one.',
    ],
    gist: 'The usual questions have short answers, and beginners need less than they think.',
  },
  steps: {
    headings: 'Step by step | How it is done, one step at a time | The procedure from start to finish',
    leads: [
      'Read all the steps once before you begin. Nothing in them is difficult, but the order matters.',
      'Set aside some quiet time and clear the space you need. For “{keyword}” these steps have proved themselves.',
    ],
    points: [
      'Prepare | Lay out everything you need and check that it is clean and complete.',
      'Check the conditions | Read the instructions or labels, and note anything that must not happen.',
      'Begin small | Try a small amount or a hidden spot first and watch what happens.',
      'Work steadily | Go on in the same order each time, without hurry and without long breaks.',
      'Test the result | Stop, look closely and compare it with what you wanted.',
      'Finish and tidy up | Put everything back in its place and write down what you would change.',
    ],
    tails: [
      'The first time may take twice as long as planned. By the third it will feel natural.',
      'If something goes wrong, return to the last step that worked instead of starting over.',
    ],
    gist: 'A fixed order of small steps leads to a reliable result.',
  },
  local: {
    headings:
      'How to find a good place nearby | Looking around on the spot | {topic}: a good address in your area',
    leads: [
      'A map shows what is near, but not what is good. For “{keyword}” a short visit tells you more than a hundred stars.',
      'Start within walking distance and widen the circle only when you have to. Short ways are what makes you come back.',
    ],
    points: [
      'Ask around | Neighbours and colleagues name the places that they would visit again with their own money.',
      'Look at the opening hours | A good address is of little use if it closes before you finish work.',
      'Read recent reviews | People and owners change, so leave aside what is older than a year.',
      'Pay a short visit | See whether the place is tidy and whether questions are welcome.',
      'Start with something small | A modest first order shows how reliable the place is.',
      'Compare two | The second place sharpens your eye for the first.',
    ],
    tails: [
      'Once you have found your place, tell them what you like. Regulars get the better advice.',
      'If nothing convinces you nearby, ask the places themselves whom they would recommend.',
    ],
    gist: 'A short visit says more than many stars on a map.',
  },
} satisfies Partial<Record<SectionKind, SectionText>>;
