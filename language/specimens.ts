/**
 * Texts of the usual length of each kind, for measuring what will be asked before there is anything to ask about. What
 * they say does not matter; that no two of a list are the same does.
 */

/** Search phrases: three or four words. */
export function phraseSpecimens(count: number): string[] {
  return specimens(count, (nth) => `best espresso machine ${nth}`);
}

/** Titles of articles. */
export function titleSpecimens(count: number): string[] {
  return specimens(count, (nth) => `How to Choose an Espresso Machine for a Small Kitchen ${nth}`);
}

/** Two to four sentences that say what an article or a section must tell. */
export const briefSpecimen =
  'For people who buy their first machine and are lost between the kinds there are. Answers which of them suits how many cups a day, what each costs to own, and how much room and cleaning it needs. Leaves grinders and recipes to the articles about them.';

/** The name of a topic, and a sentence about it. */
export const topicSpecimen = {
  name: 'Espresso Machines',
  description: 'Which machine suits whom, how it is used and looked after; not grinders, beans or recipes.',
};

function specimens(count: number, make: (nth: number) => string): string[] {
  return Array.from({ length: Math.max(0, Math.round(count)) }, (_, at) => make(at + 1));
}
