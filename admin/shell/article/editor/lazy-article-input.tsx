import { lazyPart } from '../../lazy/lazy-part.tsx';

interface LazyArticleInputProps {
  readonly source: string;
  readonly language?: string | undefined;
}

/** The editor, loaded in two parts side by side where somebody writes. */
export const ArticleInput = lazyPart(async () => {
  const [{ ArticleInput: Input }, { articleExtensions }] = await Promise.all([
    import('./ArticleInput.tsx'),
    import('./extensions.ts'),
  ]);
  return (props: LazyArticleInputProps) => <Input extensions={articleExtensions} {...props} />;
});
