import { Box } from '@mui/material';
import { maxLength, TextInput, useInput, useTranslate } from 'react-admin';

interface CountedInputProps {
  readonly source: string;
  /** Characters at most. */
  readonly most: number;
  readonly multiline?: boolean;
}

/** A text with a limit, and how much of it is used. */
export function CountedInput({ source, most, multiline = false }: CountedInputProps) {
  const translate = useTranslate();
  const { field } = useInput({ source });
  const used = String(field.value ?? '').length;
  const isTooLong = used > most;
  return (
    <TextInput
      source={source}
      parse={asTyped}
      multiline={multiline}
      validate={maxLength(most)}
      helperText={
        <Box component="span" sx={{ color: isTooLong ? 'error.main' : 'text.secondary' }}>
          {translate('galley.article.counted', { used, most })}
        </Box>
      }
    />
  );
}

/** A text that was emptied is an empty one, not none. */
export function asTyped(text: string): string {
  return text;
}
