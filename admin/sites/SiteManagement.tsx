import { Box, Card, TextField, Link as TextLink, Typography } from '@mui/material';
import { ListContextProvider, useList } from 'ra-core';
import { useEffect, useState } from 'react';
import { CreateButton, DataTable, Pagination, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { resource } from '../data/resource.ts';
import { useFigure } from '../shell/formats.ts';
import { Page } from '../shell/Page.tsx';
import { useSite } from '../shell/site/use-site.ts';
import { StatusBadge } from '../shell/status/StatusBadge.tsx';
import { NextTime } from '../shell/time/NextTime.tsx';
import { UnreadPage } from '../shell/UnreadPage.tsx';
import { useRight } from '../shell/use-right.ts';
import { type SiteState, useSiteStates } from './use-site-states.ts';

const perPage = 50;

/** All sites of the account, and what each is at. */
export function SiteManagement() {
  const translate = useTranslate();
  const say = (key: string) => translate(`resources.sites.${key}`);
  const canWrite = useRight('WRITE');
  const { error } = useSite();
  const { states, isPending } = useSiteStates();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const found = states.filter(({ name, url }) => `${name} ${url ?? ''}`.toLocaleLowerCase().includes(wanted));
  const list = useList<SiteState>({
    data: found,
    isPending,
    perPage,
    sort: { field: 'place', order: 'ASC' },
  });
  const { page, setPage } = list;
  const isBeyondEnd = page > 1 && (page - 1) * perPage >= found.length;
  useEffect(() => {
    // Where the last of its sites was deleted.
    if (isBeyondEnd) setPage(1);
  }, [isBeyondEnd, setPage]);
  return (
    <Page title={translate('galley.menu.siteManagement')}>
      {error ? (
        <UnreadPage error={error} />
      ) : (
        <ListContextProvider value={list}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, justifyContent: 'space-between' }}>
            <TextField
              type="search"
              value={search}
              onChange={({ target }) => {
                setSearch(target.value);
                setPage(1);
              }}
              label={say('search')}
              sx={{ width: { xs: '100%', sm: 280 } }}
            />
            {canWrite && <CreateButton label="galley.site.create" />}
          </Box>
          <Card variant="outlined" sx={{ mt: 1, overflowX: 'auto' }}>
            <DataTable<SiteState>
              rowClick="edit"
              bulkActionButtons={false}
              empty={
                <Typography sx={{ p: 2 }}>
                  {translate(wanted ? 'galley.site.noMatch' : 'galley.site.none')}
                </Typography>
              }
              sx={{ '& td': { whiteSpace: 'nowrap' } }}
            >
              <DataTable.Col source="place" label={say('fields.name')} render={({ name }) => name} />
              <DataTable.Col source="status" label={say('now')} render={nowOf} />
              <DataTable.Col source="drafts" label={say('drafts')} align="right" render={draftsOf} />
              <DataTable.Col source="nextRunAt" label={say('next')} render={nextOf} />
              <DataTable.Col source="url" disableSort render={({ url }) => url ?? none} />
              <DataTable.Col source="language" disableSort />
            </DataTable>
          </Card>
          {found.length > perPage && <Pagination />}
        </ListContextProvider>
      )}
    </Page>
  );
}

const none = '–';
const nowOf = ({ id, run }: SiteState) => (run ? <Now site={id} run={run} /> : none);
const draftsOf = ({ id, drafts }: SiteState) => (drafts > 0 ? <Drafts site={id} count={drafts} /> : none);
const nextOf = ({ nextRunAt, pausedReason }: SiteState) => {
  if (nextRunAt) return <NextTime at={nextRunAt} />;
  return pausedReason ? <Typography color="error">{pausedReason}</Typography> : none;
};

/** Leads to its run: the row itself leads to the settings. */
function Now({ site, run }: { site: string; run: NonNullable<SiteState['run']> }) {
  const to =
    run.percent === null ? `/${resource.runs}/${run.id}/show?site=${site}` : `/automation?site=${site}`;
  return (
    <TextLink component={Link} to={to} onClick={(event) => event.stopPropagation()}>
      <StatusBadge kind="run" status={run.status} />
      {run.percent !== null && ` ${Math.floor(run.percent)}%`}
    </TextLink>
  );
}

function Drafts({ site, count }: { site: string; count: number }) {
  const figure = useFigure();
  return (
    <TextLink
      component={Link}
      to={`/writer/review?site=${site}`}
      onClick={(event) => event.stopPropagation()}
    >
      {figure(count)}
    </TextLink>
  );
}
