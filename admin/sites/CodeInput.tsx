import { useMemo, useState } from 'react';
import { AutocompleteInput, useLocaleState } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { Choice } from './codes.ts';

interface CodeInputProps {
  readonly source: string;
  readonly helperText: string;
  /** What may be chosen, in the words of a locale; what is asked for comes first. */
  readonly choicesFor: (locale: string, asked: readonly string[]) => Choice[];
}

/** A code that is chosen by its name, or typed. */
export function CodeInput({ source, helperText, choicesFor }: CodeInputProps) {
  const [locale] = useLocaleState();
  const code: string | null = useWatch({ name: source });
  const [typed, setTyped] = useState('');
  const choices = useMemo(() => choicesFor(locale, [typed, code ?? '']), [choicesFor, locale, typed, code]);
  return <AutocompleteInput {...{ source, helperText, choices }} setFilter={setTyped} />;
}
