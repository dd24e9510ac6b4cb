import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const generated = new URL('data/gql/graphql.ts', import.meta.url).pathname;
const made = /export const (\w+)Document = new TypedDocumentString\(`([^`]*)`/g;
const written = /\bgraphql\(`\s*(query|mutation|subscription|fragment)\s+(\w+)[^`]*`\)/g;
const imported = /import \{ graphql \} from '([^']*)\/gql\.ts';/;

/**
 * Puts each document where the code has it. As generated, one module has all of them, and another finds them by what
 * was written: whoever enters the console would load the documents of every page, twice.
 */
export function documentsInPlace(): Plugin {
  const texts = new Map<string, string>();
  return {
    name: 'documents-in-place',
    enforce: 'pre',
    buildStart() {
      const all = readFileSync(generated, 'utf8').matchAll(made);
      for (const [, name = '', text = ''] of all) texts.set(name, text);
    },
    transform(code, id) {
      // Those that nobody asks for any more are left out.
      if (id === generated) return code.replaceAll('= new TypedDoc', '= /* @__PURE__ */ new TypedDoc');
      if (!imported.test(code)) return null;
      return code
        .replace(imported, "import { TypedDocumentString } from '$1/graphql.ts';")
        .replace(written, (_, kind: string, name: string) => {
          if (kind === 'fragment') return 'void 0';
          const text = texts.get(name);
          if (text === undefined) return this.error(`There is no document of the name ${name}.`);
          return `new TypedDocumentString(\`${text}\`)`;
        });
    },
  };
}
