import { Alert, Link, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Loading, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { graphql } from '../../data/gql/gql.ts';
import { useWires } from '../../data/wires.ts';
import { EmptyPage } from '../../shell/EmptyPage.tsx';
import { useFigure } from '../../shell/formats.ts';
import { Page } from '../../shell/Page.tsx';
import { Panel } from '../../shell/Panel.tsx';
import { WithSite } from '../../shell/site/WithSite.tsx';
import { Time } from '../../shell/Time.tsx';
import { receiptPath } from './paths.ts';

const importsDocument = graphql(`
  query KeywordImports($siteId: ObjectID!) {
    keywordImports(siteId: $siteId, first: 100) {
      nodes { id name createdAt undoneAt imported known duplicate bad }
    }
  }
`);

/** The lists that were imported, the latest hundred. */
export function ImportsPage() {
  const translate = useTranslate();
  return (
    <Page title={translate('galley.import.all')}>
      <WithSite>{({ id }) => <Imports siteId={id} />}</WithSite>
    </Page>
  );
}

function Imports({ siteId }: { siteId: string }) {
  const translate = useTranslate();
  const figure = useFigure();
  const { ask } = useWires();
  const { data, error } = useQuery({
    queryKey: ['imports', siteId],
    queryFn: ({ signal }) => ask(importsDocument, { siteId }, signal),
  });
  const imports = data?.keywordImports.nodes;
  if (error && !imports) return <Alert severity="error">{error.message}</Alert>;
  if (!imports) return <Loading />;
  if (imports.length === 0) {
    return <EmptyPage title={translate('galley.import.none')} help={translate('galley.import.noneHelp')} />;
  }
  const columns = ['imported', 'known', 'bad'] as const;
  return (
    <Panel title={translate('galley.import.all')} isPadded={false}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('galley.import.list')}</TableCell>
            {columns.map((column) => (
              <TableCell key={column} align="right">
                {translate(`galley.import.outcome.${column}`)}
              </TableCell>
            ))}
            <TableCell>{translate('galley.import.when')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {imports.map((one) => (
            <TableRow key={one.id}>
              <TableCell>
                <Link component={RouterLink} to={receiptPath(one.id)}>
                  {one.name}
                </Link>
                {one.undoneAt && ` · ${translate('galley.import.undone')}`}
              </TableCell>
              {columns.map((column) => (
                <TableCell key={column} align="right">
                  {figure(one[column])}
                </TableCell>
              ))}
              <TableCell>
                <Time at={one.createdAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
