import { Box, Typography } from '@mui/material';
import { Suspense } from 'react';
import { Form, FormDataConsumer, required, TextInput, useTranslate } from 'react-admin';
import { type Article, wholeArticle } from '../article.ts';
import { longest } from '../checks.ts';
import { lazyPart } from '../lazy-part.ts';
import { asTyped, CountedInput } from './CountedInput.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SearchPreview } from './SearchPreview.tsx';
import { WordsNote } from './WordsNote.tsx';

const ArticleInput = lazyPart(() => import('../editor/ArticleInput.tsx').then((part) => part.ArticleInput));

/** What `EditBase` needs so that the whole draft is read and kept. */
export const editingArticle = {
  mutationMode: 'pessimistic',
  redirect: false,
  queryOptions: { meta: wholeArticle },
  mutationOptions: { meta: wholeArticle },
} as const;

/** What else has changed of the draft meanwhile, such as a picture, costs nobody what they have written. */
const keepingEdits = { keepDirtyValues: true };

interface ArticleFormProps {
  readonly article: Article;
  /** Where editing ends without leaving the page. */
  readonly onEnd?: () => void;
}

/** A draft's words, to be changed. Leaving it with changes asks; what the API refuses shows at its field. */
export function ArticleForm({ article, onEnd }: ArticleFormProps) {
  const translate = useTranslate();
  return (
    <Form warnWhenUnsavedChanges noValidate resetOptions={keepingEdits}>
      <Box sx={{ display: 'grid', minWidth: 0 }}>
        <TextInput source="title" parse={asTyped} validate={required()} />
        <TextInput
          source="slug"
          parse={asTyped}
          validate={required()}
          helperText={article.address ?? 'galley.article.slugHelp'}
        />
        <Suspense
          fallback={<Typography color="text.secondary">{translate('galley.article.opening')}</Typography>}
        >
          <ArticleInput source="html" language={article.site?.language} />
        </Suspense>
        <FormDataConsumer<Article>>
          {({ formData }) => <WordsNote article={article} html={formData.html ?? ''} />}
        </FormDataConsumer>
        <TextInput source="excerpt" parse={asTyped} multiline helperText="galley.article.excerptHelp" />
        <Typography variant="h2" sx={{ mt: 3, mb: 0.5 }}>
          {translate('galley.article.search.title')}
        </Typography>
        <CountedInput source="metaTitle" most={longest.metaTitle} />
        <CountedInput source="metaDescription" most={longest.metaDescription} multiline />
        <FormDataConsumer<Article>>
          {({ formData: { metaTitle, title, metaDescription, excerpt } }) => (
            <SearchPreview
              address={article.address ?? null}
              title={metaTitle || title || ''}
              description={metaDescription || excerpt || ''}
            />
          )}
        </FormDataConsumer>
        <SaveBar onEnd={onEnd} />
      </Box>
    </Form>
  );
}
