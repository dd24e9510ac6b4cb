import { Box, Chip, MenuItem, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { ArticleKind } from '../../data/gql/graphql.ts';
import { InPlace } from '../InPlace.tsx';
import { useChange } from '../use-change.ts';
import { useRight } from '../use-right.ts';

const kinds: readonly ArticleKind[] = [
  'GUIDE',
  'HOW_TO',
  'LIST',
  'COMPARISON',
  'REVIEW',
  'QUESTION',
  'LOCAL',
];

interface Planned {
  readonly id: string;
  readonly articleKind: ArticleKind;
  readonly keywords: readonly string[];
}

/** What an article shall tell, before anything is spent on it. `isOpen`: it can still be changed. */
export function ArticlePlan({ record, isOpen }: { record: Planned; isOpen: boolean }) {
  return (
    <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 760 }}>
      <Fact name="brief">
        <InPlace source="brief" isLong isOpen={isOpen} />
      </Fact>
      <Fact name="articleKind">
        <KindChoice record={record} isOpen={isOpen} />
      </Fact>
      <Fact name="keywords">
        <InPlace source="keywords" type="list" isOpen={isOpen}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            {record.keywords.map((phrase) => (
              <Chip key={phrase} label={phrase} size="small" variant="outlined" />
            ))}
          </Box>
        </InPlace>
      </Fact>
    </Box>
  );
}

/** The same below a row of a list. */
export function Unfolded(props: { record: Planned; isOpen: boolean }) {
  return (
    <Box sx={{ pt: 1, pb: 2.5, pl: { md: 10 } }}>
      <ArticlePlan {...props} />
    </Box>
  );
}

/** One thing that is known of it, under its name. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  const translate = useTranslate();
  return (
    <Box>
      <Typography sx={{ fontSize: '0.75rem', fontWeight: 550, color: 'text.secondary' }}>
        {translate(`galley.plan.${name}`)}
      </Typography>
      {children}
    </Box>
  );
}

export function KindName({ kind }: { kind: ArticleKind }) {
  return useTranslate()(`galley.plan.kinds.${kind}`);
}

function KindChoice({ record, isOpen }: { record: Planned; isOpen: boolean }) {
  const translate = useTranslate();
  const { change, isPending } = useChange();
  const canWrite = useRight('WRITE');
  if (!isOpen || !canWrite) return <KindName kind={record.articleKind} />;
  return (
    <TextField
      select
      value={record.articleKind}
      disabled={isPending}
      margin="none"
      sx={{ maxWidth: 220 }}
      slotProps={{
        select: { SelectDisplayProps: { 'aria-label': translate('galley.plan.articleKind') } },
      }}
      onChange={({ target }) => change(record, { articleKind: target.value })}
    >
      {kinds.map((kind) => (
        <MenuItem key={kind} value={kind}>
          {translate(`galley.plan.kinds.${kind}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
