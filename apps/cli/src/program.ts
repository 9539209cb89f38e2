import { Command, InvalidArgumentError, Option } from 'commander';
import { DESKTOP_CHANNELS, DESKTOP_TARGETS } from '@stint/contract';
import type { ReleaseOptions } from './commands/desktop-release.ts';
import type { EnvironmentOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

const afterHelp = `
Every setting has a variable as well (STINT_PORT, STINT_DATA, DATABASE_URL, …); an option comes before it.
Exit codes: 0 done, 1 failed, 2 wrong command line or configuration.`;

/** The command line. What a command does is loaded when it is asked for, so that `serve` starts fast. */
export function createProgram(terminal: Terminal): Command {
  const program = new Command('stint')
    .description('Open, self-hosted time tracking for Azure DevOps.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .showHelpAfterError('(stint --help tells what there is)')
    .addHelpText('after', afterHelp);
  addServe(program, terminal);
  addDatabaseCommands(program, terminal);
  addOrganizationCommands(program, terminal);
  addToken(program, terminal);
  addDesktopReleases(program, terminal);
  addSeedLarge(program, terminal);
  return program;
}

const dataOption = () =>
  new Option('--data <folder>', 'folder of the embedded database (STINT_DATA, default .stint)');

function addServe(program: Command, terminal: Terminal): void {
  program
    .command('serve')
    .description('Run the server until it is told to stop (Ctrl+C, SIGTERM).')
    .option('--port <number>', 'TCP port to listen on (STINT_PORT, default 7070)')
    .option('--host <address>', 'address to listen on (STINT_HOST, default 127.0.0.1)')
    .addOption(dataOption())
    .option('--no-demo', 'do not make the demo organization in an empty database (STINT_DEMO=0)')
    .action(async (options: EnvironmentOptions) => {
      const { serveUntilStopped } = await import('./commands/serve.ts');
      await serveUntilStopped(options, terminal);
    });
}

function addDatabaseCommands(program: Command, terminal: Terminal): void {
  program
    .command('migrate')
    .description('Bring the database to the newest schema; serve does so by itself.')
    .addOption(dataOption())
    .action(async (options: EnvironmentOptions) => {
      const { migrateDatabase } = await import('./commands/migrate.ts');
      await migrateDatabase(options, terminal);
    });
  program
    .command('backup')
    .description('Write everything that is in the database to a file, also while the server runs.')
    .argument('<file>', 'file to write (gzip), or - for standard output')
    .addOption(dataOption())
    .action(async (file: string, options: EnvironmentOptions) => {
      const { backup } = await import('./commands/backup.ts');
      await backup(file, options, terminal);
    });
  program
    .command('restore')
    .description('Read a backup of this or an earlier release into an empty database.')
    .argument('<file>', 'file to read, or - for standard input')
    .addOption(dataOption())
    .action(async (file: string, options: EnvironmentOptions) => {
      const { restore } = await import('./commands/restore.ts');
      await restore(file, options, terminal);
    });
}

function addOrganizationCommands(program: Command, terminal: Terminal): void {
  program
    .command('export')
    .description('Write everything of one organization to a file, without credentials.')
    .argument('<file>', 'file to write (gzip), or - for standard output')
    .option('--organization <slug>', 'which organization (default: the default organization)')
    .addOption(dataOption())
    .action(async (file: string, options: EnvironmentOptions & { organization?: string }) => {
      const { exportTo } = await import('./commands/export.ts');
      await exportTo(file, options, terminal);
    });
  program
    .command('import')
    .description('Add an exported organization to this installation, beside those that it has.')
    .argument('<file>', 'file to read, or - for standard input')
    .option('--slug <name>', 'what it is called here in addresses (default: as it was called)', slugName)
    .addOption(dataOption())
    .action(async (file: string, options: EnvironmentOptions & { slug?: string }) => {
      const { importFrom } = await import('./commands/import.ts');
      await importFrom(file, options, terminal);
    });
}

function slugName(text: string): string {
  if (/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError('It must be the label of a host name: letters, digits and hyphens.');
}

function addToken(program: Command, terminal: Terminal): void {
  program
    .command('token')
    .description('Credentials of programs.')
    .command('create')
    .description('Make an API token of one year and print it; it is shown only this once.')
    .requiredOption('--user <e-mail>', 'whose token it is')
    .requiredOption('--name <name>', 'what it is for', tokenName)
    .option('--organization <slug>', 'organization of the user (default: the default organization)')
    .addOption(dataOption())
    .action(async (options: EnvironmentOptions & { user: string; name: string; organization?: string }) => {
      const { createToken } = await import('./commands/token-create.ts');
      await createToken(options, terminal);
    });
}

const LONGEST_NAME = 100;

function tokenName(text: string): string {
  const name = text.trim();
  if (name !== '' && name.length <= LONGEST_NAME) return name;
  throw new InvalidArgumentError(`It must have 1 to ${LONGEST_NAME} characters.`);
}

function addDesktopReleases(program: Command, terminal: Terminal): void {
  const desktop = program.command('desktop').description('Releases of the desktop app.');
  desktop
    .command('key')
    .description(
      'Make the key that releases are signed with; print its public half, which is built into the app.',
    )
    .argument('<file>', 'new file of the secret half; keep it away from the server')
    .action(async (file: string) => {
      const { makeReleaseKey } = await import('./commands/desktop-release.ts');
      await makeReleaseKey(file, terminal);
    });
  desktop
    .command('release')
    .description('Sign a built file and put it into the folder that paired apps are updated from.')
    .argument('<file>', 'installer or archive')
    .requiredOption('--key <file>', 'the secret key')
    .requiredOption('--release <version>', 'such as 1.2.0 or 1.3.0-beta.1')
    .addOption(
      new Option('--target <target>', 'what it is for').choices(DESKTOP_TARGETS).makeOptionMandatory(),
    )
    .addOption(new Option('--channel <name>', 'who is told').choices(DESKTOP_CHANNELS).default('stable'))
    .addOption(dataOption())
    .action(async (file: string, options: ReleaseOptions) => {
      const { addDesktopRelease } = await import('./commands/desktop-release.ts');
      await addDesktopRelease(file, options, terminal);
    });
}

function addSeedLarge(program: Command, terminal: Terminal): void {
  program
    .command('seed-large', { hidden: true })
    .description('Make the organization "large": 1,000,000 worklogs, 50,000 work items, 200 people.')
    .addOption(dataOption())
    .action(async (options: EnvironmentOptions) => {
      const { seedLarge } = await import('./commands/seed-large.ts');
      await seedLarge(options, terminal);
    });
}
