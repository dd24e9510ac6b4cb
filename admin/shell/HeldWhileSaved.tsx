import { Box } from '@mui/material';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useFormState } from 'react-hook-form';

/**
 * Inputs that take nothing while the form is being saved: once it is, they show what the API made of what was sent, and
 * what was typed meanwhile would be lost.
 */
export function HeldWhileSaved({ children }: { children: ReactNode }) {
  const { isSubmitting } = useFormState();
  const box = useRef<HTMLElement>(null);
  const focused = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (isSubmitting) {
      const isHere = activeElement instanceof HTMLElement && box.current?.contains(activeElement);
      focused.current = isHere ? activeElement : null;
    } else {
      // An inert place loses the focus: whoever saved by Enter types on where they were.
      if (activeElement === body) focused.current?.focus();
      focused.current = null;
    }
  }, [isSubmitting]);
  return (
    <Box
      ref={box}
      inert={isSubmitting}
      sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', width: '100%' }}
    >
      {children}
    </Box>
  );
}
