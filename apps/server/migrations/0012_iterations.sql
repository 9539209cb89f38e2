-- The iterations of the connected Azure DevOps with their days, and finding the work items of one. Expands only.

create table iteration (
  organization_id uuid not null references organization,
  -- as work items name it
  path text not null,
  project text not null,
  -- both in it; null for iterations without dates
  start_date date,
  finish_date date,
  primary key (organization_id, path)
);

alter table iteration enable row level security;
create policy organization_only on iteration using (organization_id = (select current_organization()) or (select sees_every_organization()));
grant select, insert, update, delete on iteration to stint_app;

-- Led by the path: while the planner has no statistics it takes any index that the organization leads for look-ups by id.
-- What is not deleted is no condition of it, or the search would read all of it where it means to read the index of words.
create index work_item_iteration on work_item (iteration_path, organization_id) where iteration_path is not null;
