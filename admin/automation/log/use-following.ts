import { type KeyboardEvent, type UIEvent, useRef, useState } from 'react';

/**
 * Whether a list stays with its end as it grows. It does until its reader goes up or takes hold of a row, and again
 * once they are back at the end.
 */
export function useFollowing() {
  const [isFollowing, setIsFollowing] = useState(true);
  const before = useRef({ scrollTop: 0, scrollHeight: 0 });
  return {
    isFollowing,
    setIsFollowing,
    listeners: {
      onScroll({ currentTarget: { scrollTop, scrollHeight } }: UIEvent<HTMLElement>) {
        // A list that has become shorter, as by a filter, was not moved by anybody.
        const isReader = scrollTop < before.current.scrollTop && scrollHeight >= before.current.scrollHeight;
        before.current = { scrollTop, scrollHeight };
        if (isReader) setIsFollowing(false);
      },
      onKeyDown: goAlong,
    },
  };
}

const ways = { ArrowUp: 'previousElementSibling', ArrowDown: 'nextElementSibling' } as const;

/** Of all rows one is met by the Tab key; from there the arrows lead to the others. */
function goAlong(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  const { activeElement } = document;
  const next = activeElement?.closest('[data-item-index]')?.[ways[event.key]]?.querySelector('button');
  if (!next) return;
  event.preventDefault();
  next.focus();
}
