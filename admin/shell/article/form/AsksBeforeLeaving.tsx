import { useEffect } from 'react';
import { useBlocker, useFormIsDirty, useTranslate } from 'react-admin';

/** Which draft the review desk shows: another one is another page to the form, though the path is the same. */
const draftOf = (search: string) => new URLSearchParams(search).get('draft');

/**
 * Asks before a form with changes is left, and tells of them. Instead of react-admin's own, which takes a page for left
 * by its path alone; the router bears no two.
 */
export function AsksBeforeLeaving({ onEdits }: { onEdits: ((hasEdits: boolean) => void) | undefined }) {
  const translate = useTranslate();
  const isDirty = useFormIsDirty();
  const blocker = useBlocker(
    ({ currentLocation: here, nextLocation: there }) =>
      isDirty && (here.pathname !== there.pathname || draftOf(here.search) !== draftOf(there.search)),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(translate('ra.message.unsaved_changes'))) blocker.proceed?.();
    else blocker.reset?.();
  }, [blocker, translate]);
  useEffect(() => {
    onEdits?.(isDirty);
  }, [isDirty, onEdits]);
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isDirty]);
  return null;
}
