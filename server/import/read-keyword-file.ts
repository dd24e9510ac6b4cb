import { readFile } from 'node:fs/promises';
import { errors } from '../errors.ts';
import { type KeywordList, parseKeywords } from './parse-keywords.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
};

/** Throws FILE_NOT_FOUND, and what `parseKeywords` throws. */
export async function readKeywordFile(path: string): Promise<KeywordList> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw errors.fileNotFound({ file: path, reason: reasons[error.code ?? ''] ?? error.message });
  });
  return parseKeywords(bytes, path);
}
