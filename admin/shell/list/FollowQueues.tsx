import { useQueryClient } from '@tanstack/react-query';
import { useResourceContext } from 'ra-core';
import { useEffect, useRef } from 'react';
import { useQueues } from '../../data/live/use-queues.ts';

/** Shows a list anew whenever a run, or somebody else, has moved something in its site. */
export function FollowQueues({ siteId }: { siteId: string }) {
  const resource = useResourceContext();
  const cache = useQueryClient();
  const { queues } = useQueues(siteId);
  const now = queues && JSON.stringify(queues.map(({ pending, total }) => [pending, total]));
  const before = useRef(now);
  useEffect(() => {
    const isFirst = before.current === undefined;
    if (now !== undefined && !isFirst && now !== before.current) {
      void cache.invalidateQueries({ queryKey: [resource] });
    }
    before.current = now ?? before.current;
  }, [now, cache, resource]);
  return null;
}
