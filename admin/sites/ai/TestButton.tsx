import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { TestProviderMutation } from '../../data/gql/graphql.ts';
import { newKey } from '../../data/new-key.ts';
import { useWires } from '../../data/wires.ts';
import { useAttempt } from '../../shell/use-attempt.ts';
import { testProviderDocument } from './ai-settings-data.ts';

/** Makes one tiny call, and says whether it was answered. */
export function TestButton() {
  const translate = useTranslate();
  const { ask } = useWires();
  const attempt = useAttempt();
  const [isBusy, setIsBusy] = useState(false);
  const [result, setResult] = useState<TestProviderMutation['testProvider'] | null>(null);
  const test = async () => {
    setIsBusy(true);
    setResult(null);
    const input = { idempotencyKey: newKey() };
    await attempt(async () => setResult((await ask(testProviderDocument, { input })).testProvider));
    setIsBusy(false);
  };
  return (
    <>
      <Button variant="outlined" size="small" disabled={isBusy} onClick={test}>
        {translate(isBusy ? 'galley.ai.testing' : 'galley.ai.test')}
      </Button>
      {result && (
        <Box sx={{ width: '100%' }}>
          <Alert severity={result.problem ? 'error' : 'success'}>
            {result.problem ??
              translate('galley.ai.answered', {
                model: result.model,
                by: result.provider,
                ms: result.latencyMs,
              })}
          </Alert>
        </Box>
      )}
    </>
  );
}
