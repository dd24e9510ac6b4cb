import { Node } from '@tiptap/core';

/** What an article may hold besides what Tiptap knows: what is not here, the editor would throw away. */

/** A summary, or the note that it is a sample. */
export const Aside = Node.create({
  name: 'aside',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ class: { default: null } }),
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: ({ HTMLAttributes }) => ['aside', HTMLAttributes, 0],
});

export const DefinitionList = Node.create({
  name: 'definitionList',
  group: 'block',
  content: '(definitionTerm|definition)+',
  parseHTML: () => [{ tag: 'dl' }],
  renderHTML: () => ['dl', 0],
});

export const DefinitionTerm = Node.create({
  name: 'definitionTerm',
  content: 'inline*',
  parseHTML: () => [{ tag: 'dt' }],
  renderHTML: () => ['dt', 0],
});

export const Definition = Node.create({
  name: 'definition',
  content: 'block+',
  parseHTML: () => [{ tag: 'dd' }],
  renderHTML: () => ['dd', 0],
});

/** A table's cells keep what a reader needs to hear them rightly. */
const cellAttributes = () =>
  Object.fromEntries(['scope', 'colspan', 'rowspan'].map((name) => [name, { default: null }]));

const part = (name: string, tag: string, content: string, addAttributes: () => object = () => ({})) =>
  Node.create({
    name,
    content,
    addAttributes,
    isolating: true,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

/** Tables as HTML has them, whose texts are edited; rows and columns stay as they are. */
export const tableNodes = [
  part('table', 'table', 'caption? tableHead? tableBody*').extend({ group: 'block' }),
  part('caption', 'caption', 'inline*'),
  part('tableHead', 'thead', 'tableRow+'),
  part('tableBody', 'tbody', 'tableRow+'),
  part('tableRow', 'tr', '(tableHeader|tableCell)+'),
  part('tableHeader', 'th', 'block+', cellAttributes),
  part('tableCell', 'td', 'block+', cellAttributes),
];
