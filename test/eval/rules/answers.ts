import type { Rule } from '../rule.ts';
import type { Answers } from '../subjects.ts';

/** Of each call's answers half at most may need mending: each is paid for. */
export const answersRule: Rule<{ readonly answers: Answers }> = {
  name: 'valid answers',
  threshold: 0.5,
  score: ({ answers: { given, right } }) => (given === 0 ? 0 : right / given),
};
