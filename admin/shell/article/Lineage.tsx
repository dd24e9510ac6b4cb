import { Box, Link, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { resource } from '../../data/resource.ts';
import { addressOfSearch } from '../address.ts';
import type { Article } from './article.ts';

interface Step {
  readonly name: string;
  readonly what: ReactNode;
  readonly madeWith?: { readonly model: string; readonly promptVersion: string } | null | undefined;
  readonly credits?: number;
}

/** From the keyword to the pictures: what it came of, by which model and prompt, and for how many credits. */
export function Lineage({ article }: { article: Article }) {
  const translate = useTranslate();
  const steps = stepsOf(article, translate);
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {steps.map((step) => (
        <LineageStep key={step.name} step={step} />
      ))}
    </Box>
  );
}

function stepsOf(article: Article, translate: (text: string, values?: object) => string): Step[] {
  const { keywords, cluster, task, images, credits, madeWith } = article;
  const [main] = keywords;
  const drawn = images.filter(({ url }) => url);
  const more = keywords.length - 1;
  return [
    {
      name: 'keyword',
      what: main && (
        <>
          <StepLink to={addressOfSearch(resource.keywords, main)}>{main}</StepLink>
          {more > 0 && ` ${translate('galley.article.lineage.moreKeywords', { smart_count: more })}`}
        </>
      ),
    },
    {
      name: 'cluster',
      what: cluster && (
        <StepLink to={addressOfSearch(resource.clusters, cluster.name)}>{cluster.name}</StepLink>
      ),
    },
    {
      name: 'idea',
      what: task?.idea && (
        <StepLink to={addressOfSearch(resource.ideas, task.idea.title)}>{task.idea.title}</StepLink>
      ),
      madeWith: task?.idea?.madeWith,
    },
    {
      name: 'task',
      what: task && <StepLink to={addressOfSearch(resource.tasks, task.title)}>{task.title}</StepLink>,
    },
    { name: 'draft', what: article.title, madeWith, credits: credits.draft },
    {
      name: 'prompts',
      what: translate('galley.article.lineage.promptCount', { smart_count: images.length }),
      madeWith: images.find((image) => image.madeWith)?.madeWith,
      credits: credits.imagePrompts,
    },
    {
      name: 'images',
      what: translate('galley.article.lineage.made', { made: drawn.length, total: images.length }),
      madeWith: drawn.find((image) => image.paintedWith)?.paintedWith,
      credits: credits.images,
    },
  ];
}

function LineageStep({ step: { name, what, madeWith, credits } }: { step: Step }) {
  const translate = useTranslate();
  const locale = useLocale();
  const notes = [
    madeWith && translate('galley.article.lineage.madeWith', { ...madeWith }),
    credits !== undefined &&
      translate('galley.article.credits', { credits: new Intl.NumberFormat(locale).format(credits) }),
  ].filter(Boolean);
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.5,
        pb: 1.5,
        '&::before': dot,
        '&:not(:last-of-type)::after': { ...line },
      }}
    >
      <Typography variant="body2" color="textSecondary">
        {translate(`galley.article.lineage.${name}`)}
      </Typography>
      <Box sx={{ overflowWrap: 'anywhere' }}>{what || translate('galley.article.lineage.none')}</Box>
      {notes.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {notes.join(' · ')}
        </Typography>
      )}
    </Box>
  );
}

const dot = {
  content: '""',
  position: 'absolute',
  left: 3,
  top: 7,
  width: 7,
  height: 7,
  borderRadius: '50%',
  backgroundColor: 'primary.main',
};
const line = {
  content: '""',
  position: 'absolute',
  left: 6,
  top: 16,
  bottom: -6,
  width: '1px',
  backgroundColor: 'divider',
};

function StepLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link component={RouterLink} to={to}>
      {children}
    </Link>
  );
}
