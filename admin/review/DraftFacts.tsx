import KeptIcon from '@mui/icons-material/CheckCircleOutlined';
import LookIcon from '@mui/icons-material/WarningAmberOutlined';
import { Box, Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { resource } from '../data/resource.ts';
import { ArticleStanding } from '../shell/article/ArticleStanding.tsx';
import type { Article } from '../shell/article/article.ts';
import { checksOf } from '../shell/article/checks.ts';
import { SendBackButton } from '../shell/article/decide/SendBackButton.tsx';
import { SearchPreview } from '../shell/article/form/SearchPreview.tsx';
import { ImagesPanel } from '../shell/article/images/ImagesPanel.tsx';
import { ReviewHistory } from '../shell/article/ReviewHistory.tsx';
import { linksIn, readingMinutes } from '../shell/article/reading.ts';
import { Section } from '../shell/article/Section.tsx';
import { Fact, Facts } from '../shell/Facts.tsx';
import { useFigure } from '../shell/formats.ts';

/** What a person wants to know before deciding about a draft; its form shows some of it by itself. */
export function DraftFacts({ article, isEditing }: { article: Article; isEditing: boolean }) {
  const translate = useTranslate();
  return (
    <Box component="aside" aria-label={translate('galley.review.facts.title')} sx={beside}>
      <Section title={translate('galley.article.standing.title')}>
        <ArticleStanding article={article} />
        {/* Who edits it does so still, whoever else has published it. */}
        {isEditing && <SendBackButton article={article} />}
      </Section>
      <Section title={translate('galley.review.facts.title')}>
        <FactList article={article} />
      </Section>
      <Section title={translate('galley.review.checks.title')}>
        <CheckList article={article} />
      </Section>
      {!isEditing && (
        <Section title={translate('galley.article.search.title')}>
          <SearchPreview
            address={article.address ?? null}
            title={article.metaTitle || article.title}
            description={article.metaDescription || article.excerpt}
          />
        </Section>
      )}
      <Section title={translate('galley.article.image.title')}>
        <ImagesPanel article={article} />
      </Section>
      <Section title={translate('galley.article.history.title')}>
        <ReviewHistory article={article} />
      </Section>
    </Box>
  );
}

/** Where there is room, in sight while the article is read. */
const beside = {
  minWidth: 0,
  position: { lg: 'sticky' },
  top: { lg: 120 },
  maxHeight: { lg: 'calc(100dvh - 132px)' },
  overflowY: { lg: 'auto' },
  pr: { lg: 0.5 },
} as const;

function FactList({ article }: { article: Article }) {
  const translate = useTranslate();
  const { keywords, cluster, wordCount, task, html, credits, madeWith, site, id } = article;
  const [main] = keywords;
  const { own, others } = linksIn(html);
  const cost = credits.draft + credits.imagePrompts + credits.images;
  const number = useFigure();
  const fact = (name: string) => translate(`galley.review.facts.${name}`);
  return (
    <>
      <Facts>
        <Fact name={fact('site')}>{site?.name}</Fact>
        <Fact name={fact('keyword')}>{main ?? fact('none')}</Fact>
        <Fact name={fact('cluster')}>{cluster?.name ?? fact('none')}</Fact>
        <Fact name={fact('words')}>
          {task
            ? translate('galley.review.facts.wordsOf', {
                words: wordCount,
                target: task.wordTarget,
              })
            : number(wordCount)}
          {` · ${translate('galley.review.facts.minutes', { minutes: readingMinutes(wordCount) })}`}
        </Fact>
        <Fact name={fact('links')}>{translate('galley.review.facts.linkCounts', { own, others })}</Fact>
        <Fact name={fact('cost')}>{translate('galley.article.credits', { smart_count: cost })}</Fact>
        <Fact name={fact('madeWith')}>
          {madeWith ? translate('galley.article.lineage.madeWith', { ...madeWith }) : fact('byHand')}
        </Fact>
      </Facts>
      <Link component={RouterLink} to={`/${resource.contents}/${id}`} sx={{ display: 'inline-block', mt: 1 }}>
        {fact('all')}
      </Link>
    </>
  );
}

function CheckList({ article }: { article: Article }) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}>
      {checksOf(article).map(({ name, isKept }) => {
        const Icon = isKept ? KeptIcon : LookIcon;
        return (
          <Box component="li" key={name} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
            <Icon
              aria-label={translate(isKept ? 'galley.review.checks.kept' : 'galley.review.checks.look')}
              sx={{ fontSize: 17, mt: 0.25, color: isKept ? 'success.main' : 'warning.main' }}
            />
            {translate(`galley.review.checks.${name}${isKept ? '' : 'Not'}`)}
          </Box>
        );
      })}
    </Box>
  );
}
