/** What a batch used, in the units that are priced. */
export type Usage =
  | { readonly kind: 'keywords'; readonly count: number }
  | { readonly kind: 'clusters'; readonly count: number }
  /** `count` words in `articles` articles of about the same length; articles of known length are listed singly. */
  | { readonly kind: 'words'; readonly count: number; readonly articles: number }
  | { readonly kind: 'imagePrompts'; readonly count: number }
  | { readonly kind: 'images'; readonly count: number; readonly model: string };

/** All prices, in milli-credits. A run carries a copy of the table it started with. */
export interface PriceTable {
  /** For every 5 keywords of a batch, begun fives counted whole. */
  readonly fiveKeywords: number;
  readonly cluster: number;
  /** For every 500 words of an article, begun five-hundreds counted whole. */
  readonly fiveHundredWords: number;
  readonly imagePrompt: number;
  /** By model; `default` prices a model that is not listed. */
  readonly image: Readonly<Record<string, number>>;
}
