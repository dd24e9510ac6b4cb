import type { RaThemeOptions } from 'react-admin';
import { focusPage } from './focus/page-place.ts';
import { type Ink, inks } from './inks.ts';

const font = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** The console's look, out of one set of colours: quiet paper, one accent, figures that stand in columns. */
function themeOf(mode: 'light' | 'dark', ink: Ink): RaThemeOptions {
  const ring = { outline: `2px solid ${ink.accent}`, outlineOffset: 2 };
  return {
    palette: {
      mode,
      primary: { main: ink.accent, contrastText: ink.onAccent },
      secondary: { main: ink.accent, contrastText: ink.onAccent },
      error: { main: ink.bad },
      warning: { main: ink.warn },
      success: { main: ink.good },
      info: { main: ink.busy },
      background: { default: ink.ground, paper: ink.paper },
      text: { primary: ink.text, secondary: ink.soft, disabled: ink.faint },
      divider: ink.line,
      bulkActionsToolbarBackgroundColor: ink.chosen,
      // How much darker a button is under the pointer: in the dark theme its text is dark, too, and has to be read.
      tonalOffset: mode === 'dark' ? { light: 0.2, dark: 0.1 } : 0.2,
    },
    shape: { borderRadius: 8 },
    sidebar: { width: 232, closedWidth: 52 },
    typography: {
      fontFamily: font,
      fontSize: 13,
      h1: { fontSize: '1.375rem', fontWeight: 600, letterSpacing: '-0.015em' },
      h2: { fontSize: '1.0625rem', fontWeight: 600, letterSpacing: '-0.01em' },
      h3: { fontSize: '0.9375rem', fontWeight: 600 },
      h6: { fontSize: '1.0625rem', fontWeight: 600, letterSpacing: '-0.01em' },
      button: { textTransform: 'none', fontWeight: 550 },
    },
    components: {
      MuiAutocomplete: { defaultProps: { fullWidth: true } },
      RaSimpleFormIterator: { defaultProps: { fullWidth: true } },
      RaToolbar: {
        styleOverrides: {
          root: {
            backgroundColor: 'transparent',
            borderTop: `1px solid ${ink.line}`,
            // On a phone it would lie over whatever stands below the form.
            '&&.RaToolbar-mobileToolbar': { position: 'static' },
          },
        },
      },
      MuiCssBaseline: {
        styleOverrides: {
          body: { fontVariantNumeric: 'tabular-nums' },
          ':focus-visible': ring,
          '::selection': { background: ink.chosen },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': { transition: 'none !important' },
          },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        // Else a button that is no MuiButton, such as a row, is set in the browser's own font.
        styleOverrides: { root: { font: 'inherit', '&.Mui-focusVisible': ring } },
      },
      MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { borderRadius: 7 } } },
      MuiPaper: {
        defaultProps: { elevation: 0 },
        styleOverrides: {
          root: { backgroundImage: 'none' },
          rounded: { border: `1px solid ${ink.line}` },
          elevation8: { boxShadow: ink.shadow },
        },
      },
      MuiCheckbox: {
        defaultProps: {
          size: 'small',
          // React-admin names the box around the input that it means, which no reader reads.
          slotProps: {
            root: { 'aria-label': undefined },
            input: (box: { 'aria-label'?: string }) => ({ 'aria-label': box['aria-label'] }),
          },
        },
      },
      MuiTextField: {
        defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
      },
      MuiFormControl: {
        defaultProps: { variant: 'outlined', size: 'small', margin: 'dense', fullWidth: true },
      },
      MuiTableCell: {
        styleOverrides: {
          root: {
            '&.MuiTableCell-paddingCheckbox': { padding: '0 8px' },
            borderBottomColor: ink.line,
            paddingTop: 7,
            paddingBottom: 7,
          },
          head: {
            color: ink.soft,
            fontSize: '0.75rem',
            fontWeight: 550,
            whiteSpace: 'nowrap',
            backgroundColor: ink.paper,
          },
        },
      },
      MuiTableRow: {
        styleOverrides: {
          root: {
            '&:last-child td, &:last-child th[scope=row]': { borderBottom: 0 },
            '&.MuiTableRow-hover:hover': { backgroundColor: ink.hover },
          },
        },
      },
      MuiTooltip: {
        styleOverrides: { tooltip: { backgroundColor: ink.text, color: ink.paper, fontSize: '0.75rem' } },
      },
      MuiLink: { defaultProps: { underline: 'hover' } },
      MuiAlert: { styleOverrides: { root: { border: `1px solid ${ink.line}` } } },
      RaLayout: {
        styleOverrides: {
          root: {
            // As wide as the window: what is wider scrolls in its own place.
            minWidth: 0,
            '& .RaLayout-appFrame, & .RaLayout-contentWithSidebar': { minWidth: 0 },
            // It has the focus as a whole: whoever has gone to it need not be shown where they are.
            '& .RaLayout-content': {
              padding: '8px clamp(12px, 2vw, 24px) 40px',
              minWidth: 0,
              outline: 'none',
            },
          },
        },
      },
      // React-admin's own way leaves the focus nowhere.
      RaSkipNavigationButton: { defaultProps: { onClick: focusPage } },
      RaBulkActionsToolbar: {
        styleOverrides: {
          root: {
            '& .RaBulkActionsToolbar-toolbar': { color: ink.text, backgroundColor: ink.chosen },
            '& .RaBulkActionsToolbar-title': { flexShrink: 1 },
            '& .RaBulkActionsToolbar-topToolbar': { minWidth: 0, whiteSpace: 'normal' },
          },
        },
      },
      RaList: {
        styleOverrides: {
          // Not the whole content: the bar of bulk actions stands above it.
          root: { '& .RaList-main': { minWidth: 0 }, '& .RaDataTable-tableWrapper': { overflowX: 'auto' } },
        },
      },
      RaAppBar: {
        styleOverrides: {
          root: {
            backgroundColor: ink.ground,
            color: ink.text,
            borderBottom: `1px solid ${ink.line}`,
            '& .RaAppBar-toolbar': { minHeight: 52 },
          },
        },
      },
      // On a telephone they would be paper.
      RaTopToolbar: {
        styleOverrides: { root: { '&&': { backgroundColor: 'transparent', flexWrap: 'wrap' } } },
      },
      // What is done to a list stands in one line where there is room.
      RaFilterForm: {
        styleOverrides: { root: { '@media (min-width: 900px)': { '&&': { flex: '1 1 320px' } } } },
      },
      RaListToolbar: { styleOverrides: { root: { '&&': { backgroundColor: 'transparent' } } } },
      RaSidebar: {
        styleOverrides: {
          root: {
            '& .RaSidebar-fixed': {
              backgroundColor: ink.ground,
              borderRight: `1px solid ${ink.line}`,
              width: 'inherit',
            },
          },
        },
      },
      MuiListItemButton: {
        styleOverrides: {
          root: {
            color: ink.soft,
            borderRadius: 6,
            margin: '1px 8px',
            padding: '4px 10px',
            height: 32,
            fontSize: '0.8438rem',
            whiteSpace: 'nowrap',
            '&:hover': { backgroundColor: ink.hover, color: ink.text },
            '&.Mui-selected, &.Mui-selected:hover': {
              backgroundColor: ink.chosen,
              color: ink.onChosen,
              fontWeight: 600,
            },
          },
        },
      },
      MuiListItemIcon: {
        styleOverrides: { root: { minWidth: 30, color: 'inherit', '& svg': { fontSize: 18 } } },
      },
    },
  };
}

export const lightTheme = themeOf('light', inks.light);
export const darkTheme = themeOf('dark', inks.dark);
