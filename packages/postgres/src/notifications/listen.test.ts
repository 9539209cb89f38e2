import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureMigrations } from '../testing/fixtures/folder.ts';
import { query } from '../testing/fixtures/query.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { until } from '../testing/until.ts';
import { type DatabaseNotification, listen } from './listen.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase(fixtureMigrations);
});

afterAll(() => test.drop());

describe('listen', () => {
  it('hears what is sent, also after its connection was killed', async () => {
    const heard: DatabaseNotification[] = [];
    const states: string[] = [];
    const listener = listen(test.config, ['note', 'Odd "name"'], (notification) => heard.push(notification), {
      onConnected: () => states.push('connected'),
      onDisconnected: () => states.push('disconnected'),
    });
    await until(() => listener.isConnected());
    await query(test.config, `select pg_notify('note', '1'), pg_notify('Odd "name"', 'ä')`);
    await until(() => heard.length === 2);

    await query(
      test.config,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'stint listen'`,
    );
    await until(() => states.length === 3 && listener.isConnected());
    await query(test.config, `select pg_notify('note', '2')`);
    await until(() => heard.length === 3);
    await listener.close();

    expect(heard).toEqual([
      { channel: 'note', payload: '1' },
      { channel: 'Odd "name"', payload: 'ä' },
      { channel: 'note', payload: '2' },
    ]);
    expect(states).toEqual(['connected', 'disconnected', 'connected']);
    expect(listener.isConnected()).toBe(false);
  });

  it('can be closed while the server cannot be reached', async () => {
    const listener = listen({ ...test.config, host: '/nowhere' }, ['note'], () => undefined);
    await listener.close();
    expect(listener.isConnected()).toBe(false);
  });
});
