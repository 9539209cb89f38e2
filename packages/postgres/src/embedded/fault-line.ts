const telling = /(?:FATAL|PANIC|ERROR|error):\s+(.*)|(could not .*|No space left on device.*)/;

/** Picks the line of a PostgreSQL program's output that tells why it failed. */
export function faultLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) {
    const match = telling.exec(line);
    const text = match?.[1] ?? match?.[2];
    if (text) return text.trim();
  }
  return lines.at(-1)?.trim() ?? 'it gave no reason';
}
