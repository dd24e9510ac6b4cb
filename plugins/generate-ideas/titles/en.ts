import type { TitleBook } from './title-book.ts';

export const en: TitleBook = {
  titles: {
    guide: [
      "{phrase}: A Beginner's Guide",
      '{phrase} Explained: Everything That Matters',
      '{phrase}: The Essentials in Ten Minutes',
      '{phrase}: Tips From Everyday Practice',
      '{phrase}: A Practical Handbook',
    ],
    'how-to': [
      '{phrase}, Step by Step',
      '{phrase}: Instructions for a Good First Result',
      '{phrase}: The Simple Method and Its Pitfalls',
      '{phrase}: Do It Yourself Without Special Equipment',
      '{phrase}: A Checklist to Follow Along',
    ],
    comparison: [
      '{phrase}: The Differences at a Glance',
      '{phrase}: Which Choice Suits You',
      '{phrase}, Compared Fairly and Side by Side',
      '{phrase}: Options, Prices and Trade-Offs Compared',
      '{phrase}: Strengths of Each Option',
    ],
    list: [
      '{phrase}: Our Picks for Every Need',
      '{phrase}: Good Options and Who They Suit',
      '{phrase}: The Shortlist With Reasons',
      '{phrase}: Types Worth Knowing',
      '{phrase}: Ideas to Get Started',
    ],
    review: [
      '{phrase}: Worth the Money and the Time?',
      '{phrase}: Pros, Cons and an Honest Verdict',
      '{phrase}: What Daily Use Reveals',
      '{phrase}: A Critical Look at the Promises',
      '{phrase}: Experiences Summed Up',
    ],
    buy: [
      '{phrase}: What to Expect for Your Money',
      '{phrase}: A Buying Guide',
      '{phrase}: Where to Save and Where Not To',
      '{phrase}: Costs in the First Year',
      '{phrase}: Checks Before You Pay',
    ],
    question: [
      '{phrase}: A Short Answer and the Background',
      '{phrase}: Common Questions Answered',
      '{phrase}: Facts and Misunderstandings',
      '{phrase}, Explained Without Jargon',
      '{phrase}: Reasons, Explained With Examples',
    ],
    local: [
      '{phrase}: How to Find a Good Address',
      '{phrase}: What to Look For on a First Visit',
      '{phrase}: Questions to Ask on the Spot',
      '{phrase}: Signs of a Reliable Place',
      '{phrase}: A Neighbourhood Guide',
    ],
  },
  briefs: {
    guide:
      'Introduces “{phrase}” from the ground up: the terms, the decisions, the usual mistakes, and a first step.',
    'how-to':
      'Shows in numbered steps what people who search for “{phrase}” want to do, and what goes wrong.',
    comparison:
      'Compares the options behind “{phrase}” by the same criteria in one table, and says who should take which.',
    list: 'Lists sensible choices for “{phrase}”, each with its reason and the reader it suits.',
    review:
      'Weighs what speaks for and against “{phrase}” and reaches a verdict that names for whom it holds.',
    buy: 'Helps readers who are about to spend money on “{phrase}”: price ranges, running costs, and checks before paying.',
    question:
      'Answers “{phrase}” in the first paragraph, gives the reasons after it, and ends with related questions.',
    local: 'Helps readers who search for “{phrase}” to find and judge a place in their area.',
  },
};
