-- Devices that ping. Expands only.

-- When the organization last came back from maintenance; silence of devices before that says nothing of them.
alter table organization add column reachable_since timestamptz;

-- `track <organization> <person>`. A ping changes nothing that anybody sees, nor does it that a device is known to ping.
create or replace function tell_track() returns trigger language plpgsql as $$
begin
  if exists (select from live_process)
    and (old.state #- '{tracking,run,lastPing}' #- '{tracking,changedAt}' #- '{tracking,pinging}') - 'stamp'
      is distinct from
      (new.state #- '{tracking,run,lastPing}' #- '{tracking,changedAt}' #- '{tracking,pinging}') - 'stamp'
  then
    perform tell_live(new.organization_id, 'track ' || new.organization_id || ' ' || new.person_id);
  end if;
  return null;
end $$;
