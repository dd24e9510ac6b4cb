/** To the person: messages, which never mix with the output of a command. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The output of a command. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
