import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverAccount } from './account.ts';
import { runAs } from './run-as.ts';

test.runIf(process.getuid?.() === 0)(
  'below a folder that only root may enter, the account finds programs as initdb looks for them, and may write nothing',
  () => {
    // mkdtemp makes folders of mode 0700.
    const folder = mkdtempSync(join(tmpdir(), 'stint-closed-'));
    try {
      const file = join(folder, 'program');
      writeFileSync(file, '', { mode: 0o755 });
      const account = serverAccount(folder);
      const ask = (mode: 'X_OK' | 'W_OK') => {
        const script = `fs.accessSync(${JSON.stringify(file)}, fs.constants.${mode})`;
        const { program, args, options } = runAs(account, [folder])(process.execPath, ['-e', script]);
        return spawnSync(program, args, { ...options, cwd: '/' }).status;
      };
      expect(ask('X_OK')).toBe(0);
      expect(ask('W_OK')).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
