import UploadIcon from '@mui/icons-material/UploadFileOutlined';
import { Box, Typography } from '@mui/material';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, useNotify, useTranslate } from 'react-admin';
import { useLocation, useNavigate } from 'react-router-dom';
import { useSite } from '../../shell/site/use-site.ts';
import { useRight } from '../../shell/use-right.ts';
import { listIn } from './dropped-list.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { decode, type KeywordFile, readKeywordFile } from './keyword-file.ts';

type Variant = 'text' | 'contained';

interface KeywordDropProps {
  /** Gets what makes the button for choosing a list; none for whom it is not. */
  readonly children: (choose: (variant: Variant) => ReactNode) => ReactNode;
}

/** A page onto which a list can be dropped, and which shows its mapping then. */
export function KeywordDrop({ children }: KeywordDropProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const { site } = useSite();
  const canWrite = useRight('WRITE');
  const { state, search } = useLocation();
  const navigate = useNavigate();
  const [file, setFile] = useState<KeywordFile | null>(() => {
    const list = listIn(state);
    return list && readKeywordFile(list.name, list.text);
  });
  // Whoever comes back to this address later finds no list there that may be imported by now.
  useEffect(() => {
    if (listIn(state)) navigate({ search }, { replace: true });
  }, [state, search, navigate]);
  const [isOver, setIsOver] = useState(false);
  if (!canWrite || !site) return children(() => null);
  const open = async (chosen: File | undefined) => {
    if (!chosen) return;
    const text = decode(await chosen.arrayBuffer());
    if (text !== null) return setFile(readKeywordFile(chosen.name, text));
    notify('galley.import.notText', {
      type: 'error',
      autoHideDuration: 12_000,
      messageArgs: { name: chosen.name },
    });
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setIsOver(false);
    const [dropped] = event.dataTransfer.files;
    if (!dropped) return;
    event.preventDefault();
    void open(dropped);
  };
  return (
    <Box
      data-testid="keyword-drop"
      onDragOver={onDragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
      sx={{ position: 'relative', minHeight: '70vh', minWidth: 0 }}
    >
      {children((variant) => (
        <ChooseFile variant={variant} onChoose={open} />
      ))}
      {isOver && (
        <Box sx={overLook}>
          <UploadIcon aria-hidden sx={{ fontSize: 40 }} />
          <Typography variant="h2" component="p">
            {translate('galley.import.drop', { site: site.name })}
          </Typography>
        </Box>
      )}
      {file && <ImportDialog siteId={site.id} file={file} onChange={setFile} onClose={() => setFile(null)} />}
    </Box>
  );
}

interface ChooseFileProps {
  readonly variant: Variant;
  readonly onChoose: (file: File | undefined) => void;
}

/** The input itself is never seen: nobody can style it. */
function ChooseFile({ variant, onChoose }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} label="galley.import.choose" onClick={() => input.current?.click()}>
        <UploadIcon />
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        hidden
        onChange={({ target }) => {
          onChoose(target.files?.[0]);
          // The same file once more is chosen anew.
          target.value = '';
        }}
      />
    </>
  );
}

const overLook = {
  position: 'absolute',
  inset: 0,
  zIndex: 3,
  display: 'grid',
  placeContent: 'center',
  justifyItems: 'center',
  gap: 1,
  pointerEvents: 'none',
  bgcolor: 'background.default',
  color: 'primary.main',
  opacity: 0.94,
  border: '2px dashed',
  borderRadius: 2,
};
