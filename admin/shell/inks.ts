/** The colours of one theme. Text on `ground`, `paper` and `chosen` has a contrast of 4.5 and more. */
export interface Ink {
  readonly ground: string;
  readonly paper: string;
  readonly line: string;
  readonly hover: string;
  readonly text: string;
  readonly soft: string;
  readonly faint: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly chosen: string;
  readonly onChosen: string;
  readonly good: string;
  readonly warn: string;
  readonly bad: string;
  readonly busy: string;
  readonly shadow: string;
}

export const inks: Readonly<Record<'light' | 'dark', Ink>> = {
  light: {
    ground: '#f7f6f3',
    paper: '#ffffff',
    line: '#e4e2dc',
    hover: '#f1efea',
    text: '#21231f',
    soft: '#595c56',
    faint: '#6f726b',
    accent: '#1f5d57',
    onAccent: '#ffffff',
    chosen: '#e1ecea',
    onChosen: '#17504a',
    good: '#2a6a3c',
    warn: '#85560a',
    bad: '#ab2f27',
    busy: '#2a5c94',
    shadow: '0 8px 28px rgb(33 35 31 / 14%)',
  },
  dark: {
    ground: '#151716',
    paper: '#1c1f1e',
    line: '#2f3432',
    hover: '#252a28',
    text: '#e8e9e5',
    soft: '#a9ada6',
    faint: '#8f948d',
    accent: '#7cc4b8',
    onAccent: '#0d2623',
    chosen: '#223833',
    onChosen: '#a7ddd3',
    good: '#86c795',
    warn: '#e0b05f',
    bad: '#f0938a',
    busy: '#8fbdf0',
    shadow: '0 8px 28px rgb(0 0 0 / 50%)',
  },
};
