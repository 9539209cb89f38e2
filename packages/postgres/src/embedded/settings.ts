/** Run-time parameters the server starts with, given on its command line so that they always fit this code. */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '16MB',
  huge_pages: 'off',
  io_method: 'sync',
  fsync: 'on',
  synchronous_commit: 'on',
  wal_compression: 'on',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  // Without statistics of a fresh import the planner takes wrong indexes; a minute is long for that.
  autovacuum_naptime: '10s',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // The log tells what happens to the server; failing statements are told by the program that sent them,
  // without putting what people entered into a file.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/** For servers whose data may be lost with the machine, as in tests: no waiting for the disk. */
export const volatileSettings: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '4GB',
};
