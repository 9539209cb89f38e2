import { DiskFullError, type FilePort } from '../ports.ts';

/** A folder in memory that can be full, and that loses what was not made durable when `crash` is called. */
export function createMemoryFiles() {
  const files = new Map<string, string>();
  const durable = new Map<string, string>();
  const folder = {
    files,
    isFull: false,
    /** The process or the power ends: what was not durable is cut, possibly in the middle of a line. */
    crash: (keepsShare: number) => {
      for (const [name, text] of files) {
        const safe = durable.get(name) ?? '';
        files.set(
          name,
          safe + text.slice(safe.length, safe.length + Math.floor((text.length - safe.length) * keepsShare)),
        );
      }
    },
    port: {
      read: async (name) => files.get(name) ?? null,
      append: async (name, text, isDurable) => {
        // A disk that gets full takes a part of what is written.
        if (folder.isFull) files.set(name, (files.get(name) ?? '') + text.slice(0, text.length / 2));
        if (folder.isFull) throw new DiskFullError();
        files.set(name, (files.get(name) ?? '') + text);
        if (isDurable) durable.set(name, files.get(name) ?? '');
      },
      replace: async (name, text) => {
        if (folder.isFull) throw new DiskFullError();
        files.set(name, text);
        durable.set(name, text);
      },
      setAside: async (name) => {
        files.set(`${name}.damaged`, files.get(name) ?? '');
        files.delete(name);
        durable.delete(name);
        return `${name}.damaged`;
      },
      remove: async (name) => {
        files.delete(name);
        durable.delete(name);
      },
    } satisfies FilePort,
  };
  return folder;
}
