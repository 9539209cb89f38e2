-- Events: audited acts that webhooks want to hear go into the outbox, in the transaction of the act itself.

-- What `events` means in the audit log's words, each as `entity action`; the server works it out from its table of events.
alter table webhook add column acts text[] not null default '{}';

-- Of one webhook's deliveries, the one that waited longest.
create index webhook_delivery_next on webhook_delivery (organization_id, webhook_id, next_attempt_at)
  where state = 'pending';
drop index webhook_delivery_due;
create index webhook_delivery_age on webhook_delivery (created_at);

-- The person whose thing it was, where somebody else did it: with person_id it finds what that person may read. Such
-- acts are few, so the index costs the usual act nothing.
alter table audit_log add column affects uuid;
create index audit_log_affects on audit_log (organization_id, affects, id) where affects is not null;

-- Ordered within a thing, to read the last acts on it.
drop index audit_log_entity;
create index audit_log_entity on audit_log (organization_id, entity, entity_id, id);

-- Runs once for each statement, on the way of every write. Where nobody listens it ends at the first question, which
-- row-level security narrows to the organization at hand: about 10 µs.
create function fill_outbox() returns trigger language plpgsql as $$
declare
  told uuid;
begin
  if not exists (select from webhook where is_enabled) then
    return null;
  end if;
  for told in
    with noted as (
      insert into outbox (organization_id, id)
      select organization_id, id from written
      where exists (select from webhook
        where webhook.organization_id = written.organization_id and is_enabled
          and written.entity || ' ' || written.action = any(acts))
      returning organization_id
    )
    select distinct organization_id from noted
  loop
    perform pg_notify('stint_outbox', told::text);
  end loop;
  return null;
end $$;

create trigger fill_outbox after insert on audit_log referencing new table as written
  for each statement execute function fill_outbox();
