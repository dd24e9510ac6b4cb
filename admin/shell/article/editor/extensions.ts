import type { Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { isLink } from './is-link.ts';
import { Aside, Definition, DefinitionList, DefinitionTerm, tableNodes } from './nodes.ts';

/** What an article may hold, and no more: the API would leave it out. */
export const articleExtensions: Extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    strike: false,
    underline: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      autolink: false,
      HTMLAttributes: { target: null, rel: null },
      isAllowedUri: isLink,
    },
  }),
  Aside,
  DefinitionList,
  DefinitionTerm,
  Definition,
  ...tableNodes,
];
