import { Client } from 'pg';
import { clientConfig, type ConnectionConfig } from '../connection.ts';
import { organizationSetting } from '../database/driver.ts';
import { everyOrganization } from '../database/database.ts';

/** Opens a connection of the owner that sees every organization's rows and writes values exactly. */
export async function transferSession(config: ConnectionConfig): Promise<Client> {
  const client = new Client(
    clientConfig(config, {
      applicationName: 'stint transfer',
      parameters: {
        [organizationSetting]: everyOrganization,
        statement_timeout: '0',
        datestyle: 'ISO',
        intervalstyle: 'postgres',
        extra_float_digits: '1',
        bytea_output: 'hex',
        search_path: 'public',
      },
    }),
  );
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
