import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Tab, Tabs } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useWires } from '../../data/wires.ts';
import type { RunFacts } from '../run/use-run.ts';
import { runLogsDocument } from './data.ts';
import { LogFile } from './LogFile.tsx';

/** The run's log files: its own, and one for each stage. */
export function FullLog({ run, onClose }: { run: Pick<RunFacts, 'id' | 'runId'>; onClose(): void }) {
  const translate = useTranslate();
  const { ask } = useWires();
  const [name, setName] = useState<string>();
  const { data, error } = useQuery({
    queryKey: ['runLogs', run.id],
    queryFn: ({ signal }) => ask(runLogsDocument, { runId: run.id }, signal),
  });
  const files = data?.runLogs ?? [];
  const file = files.find((one) => one.name === name) ?? files[0];
  return (
    <Dialog open onClose={onClose} maxWidth="lg" fullWidth aria-labelledby="full-log">
      <DialogTitle id="full-log">
        {translate('galley.automation.log.fullTitle', { run: run.runId })}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 1, gridTemplateRows: 'auto 1fr', height: '70vh' }}>
        {error?.message}
        {file && (
          <Tabs
            value={file.name}
            onChange={(_, next: string) => setName(next)}
            variant="scrollable"
            aria-label={translate('galley.automation.log.files')}
          >
            {files.map((one) => (
              <Tab
                key={one.name}
                value={one.name}
                sx={{ textTransform: 'none' }}
                label={
                  one.stageNumber
                    ? translate('galley.automation.log.stage', { number: one.stageNumber })
                    : translate('galley.automation.log.whole')
                }
              />
            ))}
          </Tabs>
        )}
        {file ? (
          <LogFile key={file.name} run={run} file={file} />
        ) : (
          !error && translate('galley.automation.loading')
        )}
      </DialogContent>
      <DialogActions>
        {file && (
          <Box component="span" sx={{ flex: 1, pl: 2, color: 'text.secondary' }}>
            {translate('galley.automation.log.lines', { smart_count: file.totalLines, name: file.name })}
          </Box>
        )}
        {file && (
          <Button
            component="a"
            href={file.path}
            download={`${run.runId}-${file.name}`}
            startIcon={<DownloadIcon />}
          >
            {translate('galley.automation.log.download')}
          </Button>
        )}
        <Button onClick={onClose}>{translate('ra.action.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
