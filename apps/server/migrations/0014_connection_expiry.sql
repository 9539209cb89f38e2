-- When the token of a connection ends, as an administrator says it: Azure DevOps does not tell. Expands only.

alter table azure_devops_connection add column expires_on date;
