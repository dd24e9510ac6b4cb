import type { Extensions } from '@tiptap/core';
import { TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { Aside, CaptionedTable, Definition, DefinitionList, DefinitionTerm } from './nodes.ts';

/** As the API's sanitiser has them; an article of the same site is named by its task. */
const schemes = /^(https?:\/\/|mailto:|article:)/iu;

export function isLink(address: string): boolean {
  return schemes.test(address);
}

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
  CaptionedTable,
  TableRow,
  TableHeader,
  TableCell,
];
