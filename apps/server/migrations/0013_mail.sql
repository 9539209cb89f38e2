-- Mail: an outbox of letters to people, what was looked at for reminders, and reports that are sent by a plan. Expands only.

create table mail_message (
  organization_id uuid not null,
  id uuid not null,
  -- who gets it; the address is that of the moment of sending
  person_id uuid not null,
  kind text not null,
  -- what makes the letter the only one of its kind, such as `daily 2026-11-20 …`
  dedupe_key text not null,
  -- {subject, text, html, attachments}; emptied once it was sent or given up
  content jsonb,
  state text not null default 'pending' check (state in ('pending', 'sent', 'failed')),
  attempts integer not null default 0,
  -- when it is tried next; a process that tries it moves this on first, so that no other one does
  next_attempt_at timestamptz not null default now(),
  fault text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person on delete cascade
);
create unique index mail_message_once on mail_message (organization_id, dedupe_key);
create index mail_message_due on mail_message (next_attempt_at) where state = 'pending';
create index mail_message_age on mail_message (created_at);

-- Which person was looked at for which reminder of which day, whether it led to a letter or not.
create table reminder_run (
  organization_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('daily', 'weekly', 'unsubmitted', 'digest')),
  day date not null,
  primary key (organization_id, person_id, kind, day),
  foreign key (organization_id, person_id) references person on delete cascade
);

create table report_schedule (
  organization_id uuid not null,
  id uuid not null,
  -- the owner, with whose rights the report is made
  person_id uuid not null,
  -- also of a built-in report, which has no row
  report_id uuid not null,
  frequency text not null check (frequency in ('daily', 'weekly', 'monthly')),
  -- 0 Sunday … 6 Saturday, of weekly ones
  weekday smallint check (weekday between 0 and 6),
  -- of monthly ones; the last day of shorter months
  month_day smallint check (month_day between 1 and 31),
  -- HH:MM by the owner's clock
  time_of_day text not null,
  recipient_ids uuid[] not null,
  attachment text check (attachment in ('csv', 'xlsx')),
  is_enabled boolean not null default true,
  next_run_at timestamptz not null,
  leased_until timestamptz,
  last_run_at timestamptz,
  -- why the last run failed
  fault text,
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, person_id) references person on delete cascade
);
create index report_schedule_due on report_schedule (next_run_at) where is_enabled;
create index report_schedule_person on report_schedule (organization_id, person_id);
create index report_schedule_report on report_schedule (organization_id, report_id);

do $$
declare
  each text;
begin
  foreach each in array array['mail_message', 'reminder_run', 'report_schedule']
  loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy organization_only on %I using (organization_id = (select current_organization()) or (select sees_every_organization()))', each);
    execute format('grant select, insert, update, delete on %I to stint_app', each);
  end loop;
end $$;
