import { type RefObject, useEffect, useRef, useState } from 'react';

export interface ReadingOn {
  /** Of the draft's text. */
  readonly article: RefObject<HTMLElement | null>;
  /** Puts the focus where the next draft begins, as soon as no dialog is open. */
  readOn(): void;
}

/** Each draft is read from its beginning, and whoever has decided reads on: a dialog gives the focus back first. */
export function useReadingOn(draftId: string | undefined, isDialogOpen: boolean): ReadingOn {
  const article = useRef<HTMLElement>(null);
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    if (!isDue || isDialogOpen) return;
    setIsDue(false);
    article.current?.focus();
  }, [isDue, isDialogOpen]);
  useEffect(() => {
    window.scrollTo({ top: 0 });
  }, [draftId]);
  return { article, readOn: () => setIsDue(true) };
}
