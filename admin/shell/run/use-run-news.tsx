import { Alert } from '@mui/material';
import type { ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ApiError } from '../../data/ask.ts';
import { resource } from '../../data/resource.ts';
import { ItemLink } from '../ItemLink.tsx';
import { reasonOf } from '../reason-of.ts';

export interface RunNews {
  /** Tells of a run, with a link to it. `text` is translated. */
  started(text: string, run: { readonly id: string; readonly runId: string }): void;
  /** Tells why there is none, in the API's own sentence, with a link to the run that is in the way. */
  refused(error: unknown): void;
}

export function useRunNews(): RunNews {
  const notify = useNotify();
  const translate = useTranslate();
  const show = (severity: 'success' | 'warning', text: string, run?: { id: string; name: string }) =>
    notify(
      <Told severity={severity} text={text}>
        {run && (
          <ItemLink resource={resource.runs} id={run.id}>
            {translate('galley.lists.run.open', { name: run.name })}
          </ItemLink>
        )}
      </Told>,
      { autoHideDuration: severity === 'success' ? 8_000 : 15_000 },
    );
  return {
    started: (text, { id, runId }) => show('success', translate(text), { id, name: runId }),
    refused(error) {
      const text = reasonOf(error);
      const { id, runId } = error instanceof ApiError ? error.details : {};
      const isOfRun = typeof id === 'string' && typeof runId === 'string';
      show('warning', text, isOfRun ? { id, name: runId } : undefined);
    },
  };
}

function Told(props: { severity: 'success' | 'warning'; text: string; children: ReactNode }) {
  return (
    <Alert severity={props.severity} sx={{ maxWidth: 560 }}>
      {props.text} {props.children}
    </Alert>
  );
}
