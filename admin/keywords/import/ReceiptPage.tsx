import { Alert, Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, Loading, useNotify, useRefresh, useTranslate } from 'react-admin';
import { Link, useLocation, useParams } from 'react-router-dom';
import { graphql } from '../../data/gql/gql.ts';
import type { ReceiptQuery } from '../../data/gql/graphql.ts';
import { resource } from '../../data/resource.ts';
import { useWires } from '../../data/wires.ts';
import { useFigure } from '../../shell/formats.ts';
import { Page } from '../../shell/Page.tsx';
import { Panel } from '../../shell/Panel.tsx';
import { reasonOf } from '../../shell/reason-of.ts';
import { useSiteInAddress } from '../../shell/site/use-site-in-address.ts';
import { Time } from '../../shell/Time.tsx';
import { useRight } from '../../shell/use-right.ts';
import { listIn, withList } from './dropped-list.ts';
import { ReceiptRows } from './ReceiptRows.tsx';

const receiptDocument = graphql(`
  query Receipt($id: ObjectID!) {
    keywordImport(id: $id) {
      id siteId name createdAt undoneAt imported known duplicate bad
      refused: rows(outcome: BAD) { line phrase problem }
      there: rows(outcome: KNOWN) { line phrase problem }
      twice: rows(outcome: DUPLICATE) { line phrase problem }
    }
  }
`);

type Receipt = ReceiptQuery['keywordImport'];

/** What became of each line of a list: about its site, whichever was chosen, and so is what it leads to. */
export function ReceiptPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  const list = listIn(useLocation().state);
  const { ask } = useWires();
  const { data, error } = useQuery({
    queryKey: ['receipt', id],
    queryFn: ({ signal }) => ask(receiptDocument, { id }, signal),
  });
  const receipt = data?.keywordImport;
  useSiteInAddress(receipt?.siteId);
  if (error && !receipt) return <Alert severity="error">{error.message}</Alert>;
  if (!receipt) return <Loading />;
  const { imported, known, duplicate, bad } = receipt;
  const isThere = imported > 0 && !receipt.undoneAt;
  return (
    <Page title={translate('galley.import.receipt', { name: receipt.name })}>
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 860 }}>
        <Panel title={receipt.name} actions={<Time at={receipt.createdAt} />}>
          <Box
            component="ul"
            sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, p: 0, m: 0, listStyle: 'none' }}
          >
            <Figure count={imported} word="imported" tone="success.main" />
            <Figure count={known} word="known" />
            {duplicate > 0 && <Figure count={duplicate} word="duplicate" />}
            <Figure count={bad} word="bad" tone={bad > 0 ? 'error.main' : undefined} />
          </Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
            {list && imported === 0 && bad > 0 && (
              <Button
                component={Link}
                variant="contained"
                to={`/${resource.keywords}`}
                state={withList(list)}
              >
                {translate('galley.import.mapAgain')}
              </Button>
            )}
            {isThere && (
              <Button component={Link} variant="contained" to="/automation">
                {translate('galley.import.toPipeline')}
              </Button>
            )}
            <Button
              component={Link}
              variant={isThere ? 'outlined' : 'contained'}
              to={`/${resource.keywords}?${isThere ? new URLSearchParams({ filter: JSON.stringify({ importId: id }) }) : ''}`}
            >
              {translate('galley.import.toKeywords')}
            </Button>
            <Undo receipt={receipt} />
          </Box>
        </Panel>
        <ReceiptRows title="bad" rows={receipt.refused} total={bad} />
        <ReceiptRows title="duplicate" rows={receipt.twice} total={duplicate} />
        <ReceiptRows title="known" rows={receipt.there} total={known} />
      </Box>
    </Page>
  );
}

function Figure({ count, word, tone = 'text.primary' }: { count: number; word: string; tone?: string }) {
  const translate = useTranslate();
  const figure = useFigure();
  return (
    <li>
      <Box sx={{ fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.2, color: tone }}>{figure(count)}</Box>
      {translate(`galley.import.outcome.${word}`)}
    </li>
  );
}

const undoDocument = graphql(`
  mutation UndoImport($input: UndoImportInput!) {
    undoImport(input: $input) { deleted import { id } }
  }
`);

function Undo({ receipt }: { receipt: Receipt }) {
  const translate = useTranslate();
  const { ask } = useWires();
  const notify = useNotify();
  const refresh = useRefresh();
  const canWrite = useRight('WRITE');
  const [isAsking, setIsAsking] = useState(false);
  if (receipt.undoneAt) {
    return (
      <Alert severity="info">
        {translate('galley.import.undone')} <Time at={receipt.undoneAt} />
      </Alert>
    );
  }
  if (!canWrite || receipt.imported === 0) return null;
  const undo = async () => {
    setIsAsking(false);
    try {
      const { undoImport } = await ask(undoDocument, { input: { importId: receipt.id } });
      notify('galley.import.deleted', { messageArgs: { smart_count: undoImport.deleted } });
      refresh();
    } catch (error) {
      notify(reasonOf(error), {
        type: 'warning',
        autoHideDuration: 12_000,
      });
    }
  };
  return (
    <>
      <Button onClick={() => setIsAsking(true)}>{translate('galley.import.undo')}</Button>
      <Confirm
        isOpen={isAsking}
        title={translate('galley.import.undo')}
        content={translate('galley.import.undoAsk', { smart_count: receipt.imported })}
        confirm="galley.import.undo"
        onConfirm={undo}
        onClose={() => setIsAsking(false)}
      />
    </>
  );
}
