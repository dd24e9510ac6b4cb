import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';

/** What else has changed of a record meanwhile costs nobody what they have written: a form's `resetOptions`. */
export const keepingEdits = { keepDirtyValues: true };

/**
 * Within a form that keeps edits: once a record `saved` has come back from the API, the form shows it as the API has it,
 * and nothing of it as an edit; then does what is to be done.
 */
export function useOnceSaved(saved: object | null, then: () => void): void {
  const { reset } = useFormContext();
  const latest = useRef(then);
  latest.current = then;
  useEffect(() => {
    if (!saved) return;
    reset(saved);
    latest.current();
  }, [saved, reset]);
}
