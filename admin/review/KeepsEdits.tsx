import { useEffect } from 'react';
import { useBlocker, useFormIsDirty, useTranslate } from 'react-admin';

const draftOf = (search: string) => new URLSearchParams(search).get('draft');

/** Asks before another draft is opened while this one has changes: to the form, that is the same page. */
export function KeepsEdits() {
  const translate = useTranslate();
  const isDirty = useFormIsDirty();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty &&
      currentLocation.pathname === nextLocation.pathname &&
      draftOf(currentLocation.search) !== draftOf(nextLocation.search),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(translate('ra.message.unsaved_changes'))) blocker.proceed?.();
    else blocker.reset?.();
  }, [blocker, translate]);
  return null;
}
