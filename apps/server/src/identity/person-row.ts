import type { Person } from './principals.ts';

/** The columns of a person that `personOf` reads. */
export const personColumns = ['id', 'unique_name', 'email', 'display_name', 'azure_devops_id'] as const;

/** What every answer about people shows, of a row of the table `person`. */
export function personOf(row: {
  id: string;
  unique_name: string;
  email: string | null;
  display_name: string;
  azure_devops_id: string | null;
}): Person {
  return {
    id: row.id,
    uniqueName: row.unique_name,
    email: row.email,
    displayName: row.display_name,
    azureDevOpsId: row.azure_devops_id,
  };
}
