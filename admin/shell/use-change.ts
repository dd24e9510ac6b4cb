import { useNotify, useResourceContext, useUpdate } from 'react-admin';
import { reasonOf } from './reason-of.ts';

interface Change {
  /** Sets these fields of a record of the page's resource. */
  change(record: { readonly id: string }, fields: object): void;
  readonly isPending: boolean;
}

/** Changes something where it stands; what is refused is told, and the record stays as it was. */
export function useChange(): Change {
  const resource = useResourceContext() ?? '';
  const notify = useNotify();
  const [update, { isPending }] = useUpdate();
  const onError = (error: unknown) => notify(reasonOf(error), { type: 'error' });
  return {
    change: (record, data) =>
      void update(resource, { id: record.id, data, previousData: record }, { returnPromise: false, onError }),
    isPending,
  };
}
