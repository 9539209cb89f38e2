-- Worklogs that went from one person to another. Expands only.

-- Rare among all acts, and looked for by whose it was.
create index audit_log_given_away on audit_log (organization_id, (before ->> 'person_id'), id)
  where entity = 'worklog' and before ->> 'person_id' <> after ->> 'person_id';
