import { Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { MadeFragment } from '../../data/gql/graphql.ts';
import { type ResourceName, resource } from '../../data/resource.ts';
import { addressOfFound } from '../address.ts';
import { ItemLink } from '../ItemLink.tsx';
import type { Article } from './article.ts';

export interface LineageStep {
  readonly name: string;
  /** Leads to it; nothing where there is none. */
  readonly what: ReactNode;
  /** By which model and prompt, and for how many credits. */
  readonly how: readonly (string | null | undefined)[];
}

/** How a step is told. */
function useWords() {
  const translate = useTranslate();
  const say = (key: string, values: object = {}) => translate(`galley.article.lineage.${key}`, values);
  const cost = (credits: number) => translate('galley.article.credits', { smart_count: credits });
  return {
    say,
    cost,
    by: (made: MadeFragment | null | undefined) => (made ? say('madeWith', { ...made }) : say('byHand')),
  };
}

/** From the keyword to the pictures: what a draft came of. */
export function useLineage(article: Article): readonly LineageStep[] {
  const { by, cost, say } = useWords();
  const { id, title, keywords, cluster, task, images, credits, madeWith } = article;
  const idea = task?.idea;
  const [main] = keywords;
  const more = keywords.length - 1;
  const drawn = images.filter(({ url }) => url);
  const paintedWith = drawn.find((one) => one.paintedWith)?.paintedWith;
  // Paid for others, too.
  const sorting =
    credits.cluster === 0
      ? cost(0)
      : say('forKeywords', { credits: cost(credits.cluster), smart_count: cluster?.keywordCount });
  const thinking =
    credits.ideas === 0
      ? cost(0)
      : say('forIdeas', { credits: cost(credits.ideas), smart_count: cluster?.ideaCount ?? 1 });
  const toImages = addressOfFound(resource.images, { contentId: id });
  return [
    {
      name: 'keyword',
      what: main && (
        <>
          <StepLink to={addressOfFound(resource.keywords, { search: main })}>{main}</StepLink>
          {more > 0 && ` ${say('moreKeywords', { smart_count: more })}`}
        </>
      ),
      how: [],
    },
    {
      name: 'cluster',
      what: itemLink(resource.clusters, cluster, cluster?.name),
      how: cluster ? [by(cluster.madeWith), sorting] : [],
    },
    {
      name: 'idea',
      what: itemLink(resource.ideas, idea, idea?.title),
      how: idea ? [by(idea.madeWith), thinking] : [],
    },
    {
      name: 'task',
      what: itemLink(resource.tasks, task, task?.title),
      how: task ? [say('withoutAi'), cost(0)] : [],
    },
    { name: 'draft', what: title, how: [madeWith && by(madeWith), cost(credits.draft)] },
    {
      name: 'prompts',
      what: images.length > 0 && (
        <StepLink to={toImages}>{say('promptCount', { smart_count: images.length })}</StepLink>
      ),
      how:
        images.length > 0
          ? [by(images.find((one) => one.madeWith)?.madeWith), cost(credits.imagePrompts)]
          : [],
    },
    {
      name: 'images',
      what: images.length > 0 && (
        <StepLink to={toImages}>{say('made', { made: drawn.length, total: images.length })}</StepLink>
      ),
      how: drawn.length > 0 ? [paintedWith && by(paintedWith), cost(credits.images)] : [],
    },
  ];
}

function itemLink(name: ResourceName, item: { readonly id: string } | null | undefined, text: ReactNode) {
  return (
    item && (
      <ItemLink resource={name} id={item.id}>
        {text}
      </ItemLink>
    )
  );
}

function StepLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link component={RouterLink} to={to}>
      {children}
    </Link>
  );
}
