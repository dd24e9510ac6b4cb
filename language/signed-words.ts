/** Signs that belong to the word before them: C++, C#, A+. Between two words they are none of either's: milk+honey. */
const signs = /(?<=\p{L})[+#]+(?![+#\p{L}\p{N}])/u;

/** Finds words as `find` does, each with the signs that belong to it. */
export function signedWords(find: (text: string) => string[]): (text: string) => string[] {
  const here = new RegExp(signs, 'uy');
  return (text) => {
    const found = find(text);
    if (!signs.test(text)) return found;
    let next = 0;
    return found.map((word) => {
      next = text.indexOf(word, next) + word.length;
      here.lastIndex = next;
      return word + (here.exec(text)?.[0] ?? '');
    });
  };
}
