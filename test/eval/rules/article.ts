import type { Rule } from '../rule.ts';
import type { Article } from '../subjects.ts';
import { answersRule } from './answers.ts';
import { formRules } from './article-form.ts';
import { textRules } from './article-text.ts';

export const articleRules: readonly Rule<Article>[] = [answersRule, ...formRules, ...textRules];
