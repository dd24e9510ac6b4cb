import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { Virtuoso } from 'react-virtuoso';
import type { RunFacts } from '../run/use-run.ts';

interface File {
  readonly name: string;
  readonly path: string;
  readonly totalLines: number;
}

/** One of a run's log files as it is downloaded. */
export function LogFile({ run, file }: { run: Pick<RunFacts, 'id'>; file: File }) {
  const translate = useTranslate();
  const { data: lines, error } = useQuery({
    queryKey: ['logFile', run.id, file.name, file.totalLines],
    queryFn: async ({ signal }) => {
      const response = await fetch(file.path, { signal });
      if (!response.ok) throw new Error(translate('galley.automation.log.notRead'));
      return (await response.text()).replace(/\n$/, '').split('\n');
    },
  });
  if (file.totalLines === 0 || error) {
    return (
      <Typography color="textSecondary">
        {error?.message ?? translate('galley.automation.log.notYet')}
      </Typography>
    );
  }
  if (!lines) return <Typography color="textSecondary">{translate('galley.automation.loading')}</Typography>;
  return (
    <Virtuoso
      // The last for its arrows, which the first two may lack.
      style={{ fontFamily: 'ui-monospace, monospace, "Inter Variable"', fontSize: '0.75rem' }}
      data={lines}
      aria-label={file.name}
      role="document"
      itemContent={(_, line) => (
        <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{line || ' '}</div>
      )}
    />
  );
}
