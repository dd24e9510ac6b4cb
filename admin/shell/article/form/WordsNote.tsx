import { Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useDeferredValue, useMemo } from 'react';
import type { Article } from '../article.ts';
import { readingMinutes, wordsIn } from '../reading.ts';

/** How long the text is while it is written: counted here, and by the API once it is saved. */
export function WordsNote({ article, html }: { article: Article; html: string }) {
  const translate = useTranslate();
  const late = useDeferredValue(html);
  const language = article.site?.language;
  const words = useMemo(
    () => (late === article.html ? article.wordCount : wordsIn(late, language)),
    [late, article.html, article.wordCount, language],
  );
  const target = article.task?.wordTarget;
  const text = translate('galley.article.words', { words, minutes: readingMinutes(words) });
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
      {target === undefined ? text : `${text} · ${translate('galley.article.target', { target })}`}
    </Typography>
  );
}
