import { useRef } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { graphql } from '../../data/gql/gql.ts';
import type { ImportKeywordsInput } from '../../data/gql/graphql.ts';
import { newKey } from '../../data/new-key.ts';
import { useWires } from '../../data/wires.ts';
import { reasonOf } from '../../shell/reason-of.ts';
import { type DroppedList, withList } from './dropped-list.ts';
import { receiptPath } from './paths.ts';

const importDocument = graphql(`
  mutation ImportKeywords($input: ImportKeywordsInput!) {
    importKeywords(input: $input) { import { id } }
  }
`);

type Importing = (list: Omit<ImportKeywordsInput, 'idempotencyKey'>, file?: DroppedList) => Promise<boolean>;

/** Imports a list, once however often it is tried, and opens its receipt with its file. True where that has worked. */
export function useImport(): Importing {
  const { ask } = useWires();
  const notify = useNotify();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const keys = useRef(new Map<string, string>());
  return async (list, file) => {
    const content = JSON.stringify(list);
    const idempotencyKey = keys.current.get(content) ?? newKey();
    keys.current.set(content, idempotencyKey);
    try {
      const { importKeywords } = await ask(importDocument, { input: { ...list, idempotencyKey } });
      keys.current.delete(content);
      refresh();
      navigate(receiptPath(importKeywords.import.id), { state: file ? withList(file) : null });
      return true;
    } catch (error) {
      notify(reasonOf(error), {
        type: 'error',
        autoHideDuration: 12_000,
      });
      return false;
    }
  };
}
