import type { ItemProps, ListProps } from 'react-virtuoso';
import type { ReviewRow } from '../data.ts';

interface QueueContext {
  readonly count: number;
  readonly label: string;
}

/** The elements that Virtuoso puts rows into: a list of which readers hear how long it is, though few rows are there. */
export function QueueList({ context, ...props }: ListProps & { context: QueueContext }) {
  // biome-ignore lint/a11y/useSemanticElements: Virtuoso measures a div
  return <div {...props} role="list" aria-label={context.label} />;
}

export function QueueItem({ context, item: _, ...props }: ItemProps<ReviewRow> & { context: QueueContext }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: Virtuoso measures a div
    <div {...props} role="listitem" aria-posinset={props['data-index'] + 1} aria-setsize={context.count} />
  );
}
