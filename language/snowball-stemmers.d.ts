declare module 'snowball-stemmers' {
  export interface Stemmer {
    stem(word: string): string;
  }
  /** Throws on an algorithm that `algorithms()` does not list. */
  export function newStemmer(algorithm: string): Stemmer;
  export function algorithms(): string[];
}
