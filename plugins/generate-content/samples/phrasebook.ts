import type { ArticleKind } from '../../../schema/idea.ts';

/** The sections that sample articles are made of. */
export type SectionKind =
  | 'basics'
  | 'criteria'
  | 'costs'
  | 'mistakes'
  | 'next'
  | 'faq'
  | 'steps'
  | 'table'
  | 'picks'
  | 'verdict'
  | 'local';

/**
 * A section's stock of text. In its headings, leads and tails {topic} stands for the cluster's name and {keyword} for
 * a search phrase. Nothing is known of their gender, number or case: they stand in quotation marks or before a colon,
 * never inside the grammar of a sentence.
 */
export interface SectionText {
  /** One is chosen; apart by ` | `. */
  readonly headings: string;
  /** First paragraph; one is chosen. */
  readonly leads: readonly string[];
  /**
   * The section's body, in the form that its kind has: a sentence, `label | text`, `question | answer`, or the cells
   * of a table's row.
   */
  readonly points: readonly string[];
  /** Last paragraph; one is chosen. */
  readonly tails: readonly string[];
  /** What the section says, in one sentence. */
  readonly gist: string;
  /** Heads of a table's columns, apart by ` | `. */
  readonly columns?: string;
}

/** The parts of an entry that ` | ` keeps apart. */
export function partsOf(entry: string): string[] {
  return entry.split(' | ');
}

/** All sample text of one language. */
export interface Phrasebook {
  /** Two letters. */
  readonly language: string;
  /** The box on top of every sample: its title and its text. */
  readonly note: readonly [string, string];
  /** Title of the box with the main points. */
  readonly summaryTitle: string;
  /** Ends a label: `Size.` or `サイズ：`. */
  readonly labelEnd: string;
  /** Stands between two sentences: a space, or nothing. */
  readonly sentenceGap: string;
  /** Points that a section has beyond the usual number: languages need more or fewer words to say the same. */
  readonly extraPoints: number;
  /** First sentence, by the kind of article. */
  readonly openings: Readonly<Record<ArticleKind, string>>;
  /** Says which searches the article answers; {keywords} stands for the list of them. */
  readonly covers: string;
  /** One phrase of that list; `Intl.ListFormat` joins them. */
  readonly phrase: string;
  /** What follows the first sentence; one is chosen. */
  readonly promises: readonly string[];
  /** What search engines show; one is chosen. At most 75 columns besides {title}, the one thing that no other draft has. */
  readonly descriptions: readonly string[];
  /** Begins the excerpt, for readers who have the title before them; one is chosen. At most 100 characters besides {keyword}. */
  readonly excerpts: readonly string[];
  readonly sections: Readonly<Record<SectionKind, SectionText>>;
}
