import { Alert, Typography } from '@mui/material';
import { Suspense } from 'react';
import { Form, FormDataConsumer, required, TextInput, useTranslate } from 'react-admin';
import { HeldWhileSaved } from '../../HeldWhileSaved.tsx';
import { keepingEdits } from '../../use-once-saved.ts';
import type { Article } from '../article.ts';
import { longest } from '../checks.ts';
import { ArticleInput } from '../editor/lazy-article-input.tsx';
import { OpeningEditor } from '../editor/OpeningEditor.tsx';
import { AsksBeforeLeaving } from './AsksBeforeLeaving.tsx';
import { asTyped, CountedInput } from './CountedInput.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SearchPreview } from './SearchPreview.tsx';
import { WordsNote } from './WordsNote.tsx';

export interface ArticleFormProps {
  readonly article: Article;
  /** As it was saved last, while the form is open. */
  readonly saved: Article | null;
  /** Where editing ends without leaving the page. */
  readonly onEnd?: () => void;
  /** Told whether there are changes that are not saved, whenever that changes. */
  readonly onEdits?: (hasEdits: boolean) => void;
}

/** A draft's words, to be changed. Leaving it with changes asks; what the API refuses shows at its field. */
export function ArticleForm({ article, saved, onEnd, onEdits }: ArticleFormProps) {
  const translate = useTranslate();
  return (
    <Form noValidate disableInvalidFormNotification resetOptions={keepingEdits}>
      {article.status === 'PUBLISHED' && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {translate('galley.article.publishedMeanwhile')}
        </Alert>
      )}
      <HeldWhileSaved>
        <TextInput source="title" parse={asTyped} validate={required()} />
        <TextInput
          source="slug"
          parse={asTyped}
          validate={required()}
          helperText={article.address ?? 'galley.article.slugHelp'}
        />
        <Suspense fallback={<OpeningEditor html={article.html} language={article.site?.language} />}>
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
      </HeldWhileSaved>
      <AsksBeforeLeaving onEdits={onEdits} />
      <SaveBar saved={saved} onEnd={onEnd} />
    </Form>
  );
}
