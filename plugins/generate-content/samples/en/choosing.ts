import type { SectionKind, SectionText } from '../phrasebook.ts';

/** Sections that help to understand and to choose. */
export const choosing = {
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
    headings: 'Strengths and weaknesses | What speaks for it, and what against | {topic}: for and against',
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
} satisfies Partial<Record<SectionKind, SectionText>>;
