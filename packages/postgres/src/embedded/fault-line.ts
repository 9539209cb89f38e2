const telling = /(?:FATAL|PANIC|ERROR|error):\s+(.*)|(could not .*|No space left on device.*)/;

const full = /No space left on device|could not (?:extend|write).*wrote only/;

/** Picks the line of a PostgreSQL program's output that tells why it failed. */
export function faultLine(output: string): string {
  if (full.test(output)) return 'there is no space left on the disk';
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) {
    const match = telling.exec(line);
    const text = match?.[1] ?? match?.[2];
    if (text) return text.trim();
  }
  return lines.at(-1)?.trim() ?? 'it gave no reason';
}
