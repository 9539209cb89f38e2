-- Layouts of Times Explorer, each of one person. Expands only.

create table explorer_layout (
  organization_id uuid not null,
  person_id uuid not null,
  -- made by the client
  id uuid not null,
  name text not null,
  is_default boolean not null default false,
  -- the contract's ExplorerView
  view jsonb not null,
  primary key (organization_id, person_id, id),
  foreign key (organization_id, person_id) references person on delete cascade
);
create unique index explorer_layout_default on explorer_layout (organization_id, person_id) where is_default;

alter table explorer_layout enable row level security;
create policy organization_only on explorer_layout using (organization_id = (select current_organization()) or (select sees_every_organization()));
grant select, insert, update, delete on explorer_layout to stint_app;
