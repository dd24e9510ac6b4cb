import EditIcon from '@mui/icons-material/EditOutlined';
import { Box, IconButton, TextField } from '@mui/material';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import {
  type RaRecord,
  useLocale,
  useNotify,
  useRecordContext,
  useResourceContext,
  useTranslate,
  useTranslateLabel,
  useUpdate,
} from 'react-admin';
import { ApiError } from '../data/ask.ts';
import { numberFormat } from './formats.ts';
import { useHeldRow } from './list/KeepsWritten.tsx';
import { reasonOf } from './reason-of.ts';
import { useRight } from './use-right.ts';

interface InPlaceProps {
  /** The field of the record. */
  readonly source: string;
  /** A list stands with commas between. */
  readonly type?: 'text' | 'number' | 'list';
  /** Several lines: then Ctrl and Enter save, Enter alone begins a line. */
  readonly isLong?: boolean;
  /** False where it is too late to change it. */
  readonly isOpen?: boolean;
  /** What is shown of it, where that is not its text. */
  readonly children?: ReactNode;
}

/** A field that is changed where it stands: Enter or leaving it saves, Escape takes it back. */
export function InPlace({ source, type = 'text', isLong = false, isOpen = true, children }: InPlaceProps) {
  const record = useRecordContext();
  const translate = useTranslate();
  const label = useTranslateLabel()({ source, resource: useResourceContext() });
  const [draft, setDraft] = useState<string | null>(null);
  const pencil = useRef<HTMLButtonElement>(null);
  const canWrite = useRight('WRITE');
  const locale = useLocale();
  if (!record) return null;
  const value = record[source];
  const shown = children ?? (
    <Box sx={{ whiteSpace: isLong ? 'pre-wrap' : 'inherit' }}>{shownText(value, locale)}</Box>
  );
  if (!canWrite || !isOpen) return shown;
  const close = () => {
    setDraft(null);
    setTimeout(() => pencil.current?.focus());
  };
  if (draft !== null) {
    return <Editor {...{ source, type, isLong, record, draft, setDraft, close, label: String(label) }} />;
  }
  return (
    <Box
      className="GalleyInPlace"
      sx={{
        display: 'flex',
        alignItems: isLong ? 'start' : 'center',
        gap: 0.25,
        // Figures end where their column does.
        'td &': type === 'number' ? { flexDirection: 'row-reverse' } : {},
      }}
    >
      <Box sx={{ minWidth: 0, flex: isLong ? 1 : '0 1 auto' }}>{shown}</Box>
      <IconButton
        ref={pencil}
        size="small"
        aria-label={translate('galley.inPlace.edit', { field: label })}
        onClick={() => setDraft(textOf(value))}
        sx={pencilLook}
      >
        <EditIcon sx={{ fontSize: 14 }} />
      </IconButton>
    </Box>
  );
}

/** Seen where somebody points or is by keyboard, and always where nobody can point. */
const pencilLook = {
  p: 0.625,
  my: -0.5,
  color: 'text.secondary',
  opacity: 0,
  '&:focus-visible, tr:hover &, tr:focus-within &, .GalleyInPlace:hover &': { opacity: 1 },
  '@media (hover: none)': { opacity: 1 },
};

interface EditorProps extends Required<Pick<InPlaceProps, 'source' | 'type' | 'isLong'>> {
  readonly record: RaRecord;
  readonly draft: string;
  readonly label: string;
  setDraft(text: string): void;
  close(): void;
}

function Editor({ source, type, isLong, record, draft, label, setDraft, close }: EditorProps) {
  const resource = useResourceContext() ?? '';
  const notify = useNotify();
  const translate = useTranslate();
  const [update, { isPending }] = useUpdate();
  const [problem, setProblem] = useState<string | null>(null);
  // What is there by now may be somebody else's: who has typed nothing leaves it.
  const [before] = useState(draft);
  useHeldRow(record);
  const save = () => {
    if (isPending) return;
    if (draft === before) return close();
    const data = { [source]: readDraft(draft, type) };
    update(
      resource,
      { id: record.id, data, previousData: record },
      {
        returnPromise: false,
        onSuccess: close,
        onError: (error) => {
          const told = error instanceof ApiError ? error.body.errors?.[source] : undefined;
          setProblem(told ?? null);
          if (!told) notify(reasonOf(error), { type: 'error' });
        },
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    const isDone = event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey);
    if (!isDone) return;
    event.preventDefault();
    save();
  };
  return (
    <TextField
      autoFocus
      value={draft}
      type={type === 'number' ? 'number' : 'text'}
      multiline={isLong}
      minRows={isLong ? 4 : undefined}
      margin="none"
      error={problem !== null}
      helperText={problem ?? (isLong ? translate('galley.inPlace.longHelp') : undefined)}
      disabled={isPending}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={save}
      onKeyDown={onKeyDown}
      slotProps={{ htmlInput: { 'aria-label': label } }}
      sx={{ minWidth: type === 'number' ? 96 : 220, '& input': { py: 0.5 } }}
    />
  );
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

function readDraft(text: string, type: EditorProps['type']): string | number | string[] | null {
  if (type === 'list') return text.split(',').flatMap((part) => part.trim() || []);
  if (text.trim() === '') return null;
  return type === 'number' ? Number(text) : text;
}

function shownText(value: unknown, locale: string): string {
  if (typeof value === 'number') return numberFormat(locale).format(value);
  return textOf(value) || '–';
}
