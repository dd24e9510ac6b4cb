import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ReviewRow } from './data.ts';
import { neighbourOf } from './neighbour.ts';

const draftParameter = 'draft';

export interface Desk {
  /** The draft that is looked at; the address names it. */
  readonly current: ReviewRow | undefined;
  readonly index: number;
  readonly selected: ReadonlySet<string>;
  open(id: string): void;
  /** 1: to the next, -1: to the one before. */
  step(by: 1 | -1): void;
  /** From that draft to the next that nobody has approved, else to the next; false where another is open by now. */
  goOnFrom(id: string): boolean;
  toggle(ids: readonly string[], isOn: boolean): void;
}

/** Which draft of the queue is open, and which are selected. */
export function useDesk(drafts: readonly ReviewRow[]): Desk {
  const [parameters, setParameters] = useSearchParams();
  const named = parameters.get(draftParameter);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  /** Where the open one stood, so that the one that follows takes its place when it leaves the queue. */
  const place = useRef(0);
  const found = drafts.findIndex(({ id }) => id === named);
  const index = found >= 0 ? found : Math.min(place.current, drafts.length - 1);
  const current = drafts[index];
  if (found >= 0) place.current = found;
  // For whoever waits for an answer: the queue and its reader may have gone on by then.
  const latest = useRef({ drafts, index });
  latest.current = { drafts, index };
  useEffect(
    () => () => {
      // Whoever has left the page has none open.
      latest.current = { drafts: [], index: -1 };
    },
    [],
  );

  const open = useCallback(
    (id: string) => {
      const next = new URLSearchParams(window.location.search);
      next.set(draftParameter, id);
      setParameters(next, { replace: true });
    },
    [setParameters],
  );
  const currentId = current?.id;
  useEffect(() => {
    if (currentId !== undefined && currentId !== named) open(currentId);
  }, [currentId, named, open]);

  const there = useMemo(() => {
    const ids = new Set(drafts.map(({ id }) => id));
    return new Set([...selected].filter((id) => ids.has(id)));
  }, [drafts, selected]);
  return {
    current,
    index,
    selected: there,
    open,
    step(by) {
      const next = drafts[index + by];
      if (next) open(next.id);
    },
    goOnFrom(id) {
      const { drafts, index } = latest.current;
      if (drafts[index]?.id !== id) return false;
      const next = neighbourOf(drafts, index);
      if (next) open(next.id);
      return true;
    },
    toggle(ids, isOn) {
      setSelected((before) => {
        const now = new Set(before);
        for (const id of ids) {
          if (isOn) now.add(id);
          else now.delete(id);
        }
        return now;
      });
    },
  };
}
