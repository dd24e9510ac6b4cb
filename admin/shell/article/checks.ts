/** What a search engine cuts off, and the API refuses: characters. */
export const longest = { metaTitle: 60, metaDescription: 155 } as const;

/** How far an article may be from the words that were asked for before somebody should look. */
const tolerance = 0.25;

const checkNames = ['length', 'keyword', 'meta', 'pictures', 'alt', 'links', 'sample'] as const;
type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly name: CheckName;
  readonly isKept: boolean;
}

/** What of a draft is looked at. */
interface Checked {
  readonly title: string;
  readonly html: string;
  readonly keywords: readonly string[];
  readonly wordCount: number;
  readonly metaTitle: string;
  readonly metaDescription: string;
  readonly sample: boolean;
  readonly task?: { readonly wordTarget: number } | null;
  readonly images: readonly { readonly alt: string; readonly status: string }[];
}

/** What a person would look at before approving, as far as it can be counted. `sample` shows only where it is one. */
export function checksOf(article: Checked): Check[] {
  const { title, html, keywords, wordCount, metaTitle, metaDescription, images, task, sample } = article;
  const [main] = keywords;
  const kept: Readonly<Record<CheckName, boolean | undefined>> = {
    length: task ? Math.abs(wordCount - task.wordTarget) <= task.wordTarget * tolerance : undefined,
    keyword: main === undefined ? undefined : holdsAll(`${title} ${firstParagraph(html)}`, main),
    meta: metaTitle !== '' && metaDescription !== '',
    pictures: images.every(({ status }) => status === 'GENERATED'),
    alt: images.length === 0 ? undefined : images.every(({ alt }) => alt.trim() !== ''),
    links: /<a\b[^>]*href="article:/u.test(html),
    sample: sample ? false : undefined,
  };
  return checkNames.flatMap((name) => {
    const isKept = kept[name];
    return isKept === undefined ? [] : [{ name, isKept }];
  });
}

/** Whether each word of the phrase begins a word of the text: its forms count. */
function holdsAll(text: string, phrase: string): boolean {
  const words = wordsOf(text);
  return wordsOf(phrase).every((wanted) => words.some((word) => word.startsWith(stemOf(wanted))));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Enough of a word to know its plural by. */
function stemOf(word: string): string {
  return word.length > 4 ? word.slice(0, -1) : word;
}

function firstParagraph(html: string): string {
  const [, paragraph = ''] = /<p\b[^>]*>([\s\S]*?)<\/p>/u.exec(html) ?? [];
  return paragraph.replace(/<[^<>]*>/gu, ' ');
}
