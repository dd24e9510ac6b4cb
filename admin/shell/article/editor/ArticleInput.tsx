import type { Extensions } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useInput } from 'ra-core';
import { useEffect, useId, useRef } from 'react';
import { ArticleToolbar } from './ArticleToolbar.tsx';
import { EditorFrame } from './EditorFrame.tsx';
import { tidied } from './tidied.ts';

interface ArticleInputProps {
  readonly source: string;
  readonly language?: string | undefined;
  /** What an article may hold. */
  readonly extensions: Extensions;
}

/** An article's text, edited as it will look: an input of a form. */
export function ArticleInput({ source, language, extensions }: ArticleInputProps) {
  const { field, fieldState } = useInput({ source, defaultValue: '' });
  const labelId = useId();
  const helpId = useId();
  const { onChange, onBlur, value } = field;
  /** What the editor holds, as the form has it. */
  const held = useRef<string>(value);
  const change = useRef(onChange);
  change.current = onChange;
  const { error, invalid } = fieldState;
  const editor = useEditor({
    extensions,
    injectCSS: false,
    content: value,
    onUpdate: ({ editor: changed }) => {
      held.current = changed.isEmpty ? '' : tidied(changed.getHTML());
      change.current(held.current);
    },
    onBlur,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': labelId,
        'aria-describedby': helpId,
        ...(language && { lang: language }),
      },
    },
  });

  useEffect(() => {
    // What the form was given anew, such as after saving; not what was written here.
    if (!editor || value === held.current) return;
    held.current = value;
    editor.commands.setContent(value, { emitUpdate: false });
  }, [editor, value]);

  return (
    <EditorFrame
      bar={editor && <ArticleToolbar editor={editor} />}
      labelId={labelId}
      helpId={helpId}
      fault={error?.message}
      isInvalid={invalid}
    >
      <EditorContent editor={editor} />
    </EditorFrame>
  );
}
