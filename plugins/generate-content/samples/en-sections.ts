import type { SectionKind, SectionText } from './phrasebook.ts';

export const enSections: Readonly<Record<SectionKind, SectionText>> = {
  basics: {
    headings:
      '{topic}: the basics in plain words | What “{keyword}” is really about | Where to begin: {topic}',
    leads: [
      'Behind a search such as “{keyword}” there is usually a simple wish: to get a good result without reading for a week. It helps to know the few ideas on which everything else rests.',
      'The subject is older than most of the articles about it, and its core has hardly changed. Once the core is clear, terms like “{keyword}” stop sounding like a test.',
      'Two people who type “{keyword}” may mean quite different things. It is worth a minute to settle what you expect before you compare anything.',
    ],
    points: [
      'First, ask what the result should be, and only then which way leads there.',
      'Quality shows over months, so first impressions deserve some patience.',
      'Much of the advice you will meet was written for professionals and can safely be shortened at home.',
      'Small differences in preparation often matter more than large differences in price.',
      'Whatever can be tried on a small scale should be tried on a small scale.',
      'Those who keep short notes on what worked learn twice as fast.',
      'Ask yourself what you would miss if it were gone tomorrow; that is what you should look after.',
      'The simplest version of almost everything is good enough to learn on.',
      'What beginners call luck is usually a routine that they have not noticed yet.',
    ],
    tails: [
      'With this in mind, the rest is detail, and details can be looked up when they are needed.',
      'None of this requires special talent. It requires a little attention at the right moment.',
    ],
    gist: 'A clear idea of the result matters more than technical terms.',
  },
  criteria: {
    headings:
      'What to look at first | The points that make the difference | {topic}: a checklist for choosing',
    leads: [
      'Not every criterion weighs the same. If “{keyword}” is what brought you here, these are the points that people mention most when they look back on their decision.',
      'A good decision needs fewer criteria than one would think. The following ones have proved useful, in roughly this order.',
      'Before you go through offers and opinions on “{keyword}”, write down what you need. Then hold each option against this list.',
    ],
    points: [
      'Purpose | Decide how often and for what you will use it; everyday use asks for other qualities than special occasions.',
      'Effort | Count the time for preparation and for cleaning up, not only the pleasant part in between.',
      'Space | Measure before you decide, and leave room for the things that always come along.',
      'Quality | Look at the parts that wear out first, since they tell you more than the surface does.',
      'Origin | Find out who stands behind an offer and whether anyone answers when you ask.',
      'Flexibility | Prefer what still fits when your habits change a little.',
      'Reputation | Read the middling opinions first; they are the most honest ones.',
      'Durability | Ask what happens after the guarantee ends, and whether spare parts exist.',
      'Feeling | Take it in your hand, or see it at work; some things can only be judged that way.',
    ],
    tails: [
      'If two options are level after that, take the simpler one. Simplicity is what you notice every day.',
      'Give each point a mark from one to five and add them up. The sum will not decide for you, but it shows where you hesitate.',
    ],
    gist: 'A handful of criteria is enough, and the purpose comes first.',
  },
  costs: {
    headings: 'What it costs, and what it is worth | {topic}: planning the budget | Where the money goes',
    leads: [
      'Prices around “{keyword}” vary widely, and the lowest one is seldom the cheapest in the end. Think in years instead of receipts.',
      'A budget is easier to keep when it has three parts: what you pay once, what you pay again and again, and a reserve.',
    ],
    points: [
      'One-off costs | They are the most visible and the least important part, because they are spread over a long time.',
      'Running costs | Work out what a single use costs you; the figure is often a surprise.',
      'Hidden costs | Ask about delivery, accessories and everything that is sold separately.',
      'Time | An hour of your own is worth something too, so count it.',
      'Second-hand | Well-kept things from someone else are often the best value, if you may look at them first.',
      'Waiting | Those who are in no hurry will meet a better offer within a few weeks.',
      'Comparison | Convert every offer to the same unit before you compare prices.',
      'Repairs | Set a small sum aside each year, and you will not be annoyed when it is needed.',
      'Resale | What keeps its value costs less than it seems.',
    ],
    tails: [
      'Set a limit before you start looking, and a second one that you will not cross even for a bargain.',
      'Spend on what you touch every day, and save on what stays in the cupboard.',
    ],
    gist: 'Running costs decide more than the price on the label.',
  },
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
  table: {
    headings: 'The options side by side | A comparison at a glance | {topic}: three ways compared',
    leads: [
      'The table sets a simple, a middle and a demanding choice against each other. Read it by row: the row that matters most to you decides.',
      'Comparisons around “{keyword}” often fail because everything is compared with everything. Three typical choices are enough.',
    ],
    columns: 'Point | Simple choice | Middle way | Demanding choice',
    points: [
      'Price | low | moderate | high',
      'Time to learn | minutes | a weekend | several weeks',
      'Daily effort | very little | some | noticeable',
      'Best for | occasional use | regular use | enthusiasts',
      'Room to grow | limited | good | very good',
      'Main risk | outgrown quickly | neither fish nor fowl | too much for the purpose',
    ],
    tails: [
      'Most people are happiest with the middle way, and only some outgrow it. Start at either end only if you have a reason that you can name in one sentence.',
      'No column wins in every row. Mark the two rows that you care about, compare only those, and forget the rest: this is how a comparison ends in a decision.',
    ],
    gist: 'No option wins everywhere; two or three rows of the comparison decide.',
  },
  picks: {
    headings: 'Our picks by type of user | Which choice suits whom | {topic}: good places to start',
    leads: [
      'There is no best choice for everyone, but there is a sensible one for most situations. Find the description that sounds like you.',
      'Instead of a ranking by marks, this list is sorted by people. Whoever searches for “{keyword}” will recognise themselves in one of them.',
    ],
    points: [
      'For beginners | Choose what works without settings and can be passed on easily when your taste changes.',
      'For people in a hurry | Choose what is ready at once and cleaned in a minute, even if the result is a little plainer.',
      'For careful savers | Choose a proven standard from last year; the difference is small and the price is not.',
      'For small homes | Choose what does two jobs at once and disappears into a cupboard.',
      'For enthusiasts | Choose what lets you adjust one thing after another and still has spare parts in ten years.',
      'For gifts | Choose what is complete in its box and needs no explanation.',
      'For families | Choose what forgives rough handling and can be used by everyone without help.',
      'For frequent travellers | Choose what is light, sturdy and works anywhere without accessories.',
    ],
    tails: [
      'If you recognise yourself in two descriptions, let the one decide that fits your weekdays.',
      'The list is short on purpose. A long one would only put off the decision.',
    ],
    gist: 'The best choice depends on who is choosing.',
  },
  verdict: {
    headings: 'Strengths and weaknesses | What speaks for it, and what against | For and against: {topic}',
    leads: [
      'Opinions on “{keyword}” range from delight to disappointment. Both usually have good reasons, and the table sets them side by side.',
      'A verdict is only useful when it shows what it rests on. These are the arguments that we would weigh.',
    ],
    columns: 'In its favour | Against it',
    points: [
      'It does what it promises, as long as the promise is read carefully. | Advertising sometimes promises more.',
      'It can be learned without a course. | The first attempts need patience.',
      'Good quality lasts for years. | Poor quality is hard to tell at first sight.',
      'There is a lot of help from other users. | Some of that help is contradictory.',
      'It makes everyday life a little more pleasant. | It takes up space and wants to be cared for.',
    ],
    tails: [
      'On balance, the advantages prevail for everyone who has a regular use for it. For an occasional attempt, borrowing is the better choice.',
      'Our verdict is a cautious yes: with realistic expectations there is little to regret, and with exaggerated ones there always is.',
    ],
    gist: 'The strengths prevail for those who have a regular use for it.',
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
};
