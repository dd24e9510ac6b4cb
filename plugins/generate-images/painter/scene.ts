import type { Dice } from './dice.ts';
import type { Palette } from './palette.ts';
import type { Sheet } from './sheet.ts';

/** What a motif paints with: the site's colours, the prompt's chance, and the sheet to paint on. */
export interface Scene {
  readonly sheet: Sheet;
  readonly dice: Dice;
  readonly palette: Palette;
}

/** Paints the whole sheet, edge to edge. */
export type Motif = (scene: Scene) => void;
