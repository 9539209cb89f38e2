import { cancelStatement, type ConnectionConfig, type Database } from '@stint/postgres';
import { createExecutor, type Executor, planQuery, poolReader, type ReadingPool } from '@stint/odata';
import type { Tables } from '../../database/tables.ts';
import type { ReportingContext } from './model/context.ts';
import { customFieldProperties } from './parameters/custom-fields.ts';
import { readFieldKinds } from './parameters/field-kinds.ts';
import { readParameters } from './parameters/parameters.ts';
import { checkRollupFields } from './parameters/rollup-fields.ts';
import { type Asking, contextOf } from './run-context.ts';
import { modelOfVersion } from './service-models.ts';

export interface RunDependencies {
  readonly reports: ReadingPool;
  readonly config: ConnectionConfig;
  readonly database: Database<Tables>;
  /** Seconds until a statement is cancelled. */
  readonly reportSeconds: number;
}

/**
 * Makes what runs reports of a version: in a read-only transaction that sees the rows of the asker's organization alone, cancelled in
 * the database when it takes too long or the client hangs up.
 */
export function createRun(version: string, dependencies: RunDependencies): Executor<Asking> {
  const { reports, config, database, reportSeconds } = dependencies;
  const model = modelOfVersion(version);
  const execute = createExecutor<Asking>({
    model,
    open: poolReader<Asking>(reports, {
      statementTimeout: reportSeconds * 1000,
      settings: ({ asker }) => ({ 'stint.organization_id': asker.organization.id }),
      cancel: (processId) => cancelStatement(config, processId),
    }),
  });
  return async (request) => {
    const { target, output, context } = request;
    const parameters = readParameters(target.custom);
    const contextWith = (customFields: ReadonlyMap<string, string>) =>
      contextOf(context.asker, target, parameters, customFields);
    const { customFields, rollupFields } = parameters;
    checkRollupFields(rollupFields);
    const names = [...new Set([...customFields, ...rollupFields])];
    if (names.length === 0) return execute({ ...request, context: contextWith(new Map()) });
    // What fields hold is asked of the database only for requests that are not refused anyway.
    planQuery<ReportingContext>({ model, target, output, context: contextWith(new Map()), now: new Date() });
    const { id } = context.asker.organization;
    const kinds = await readFieldKinds(database.organization(id), id, names);
    checkRollupFields(rollupFields, kinds);
    const properties = customFieldProperties(customFields, (name) => kinds.get(name) ?? 'String');
    return execute({ ...request, context: contextWith(properties) });
  };
}
