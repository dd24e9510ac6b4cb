/** One figure. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most it is meant to be; figures without one are for orientation. */
  readonly goal?: number;
}

/** The figures that are worse than they are meant to be, a sentence each. */
export function missedGoals(lines: readonly Line[]): string[] {
  return lines.flatMap(({ name, value, unit, goal }) =>
    // Also what is no number at all has missed it.
    goal === undefined || value <= goal
      ? []
      : [`Missed: ${name} is ${value.toFixed(2)} ${unit}, and should be at most ${goal} ${unit}.`],
  );
}

/** Prints a table, then the same as one line of JSON. */
export function printReport(lines: readonly Line[]): void {
  const rows = lines.map(({ name, value, unit, goal }) => [
    name,
    `${value.toFixed(2)} ${unit}`,
    goal === undefined ? '' : `≤ ${goal} ${unit}`,
    goal === undefined ? '' : value <= goal ? 'reached' : 'missed',
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  console.log(JSON.stringify(lines.map((line) => ({ ...line, value: Number(line.value.toFixed(3)) }))));
}
