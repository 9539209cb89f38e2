/** The reasons of a refused batch (api.md 3.4) by index: `[1] Code: reason`. Empty for a refusal of the batch as a whole. */
export function batchFaults(message: string): Map<number, string> {
  const faults = new Map<number, string>();
  for (const [, index = '', reason = ''] of message.matchAll(/\[(\d+)\] \w+: (.*?)(?= \[\d+\] \w+: |$)/gs)) {
    const before = faults.get(Number(index));
    faults.set(Number(index), before === undefined ? reason : `${before} ${reason}`);
  }
  return faults;
}
