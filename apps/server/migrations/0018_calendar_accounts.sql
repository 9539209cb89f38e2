-- Calendars of accounts at Outlook and Google beside those of an iCalendar address. Expands only.

alter table calendar_source
  drop constraint calendar_source_kind_check,
  add constraint calendar_source_kind_check check (kind in ('ical', 'outlook', 'google')),
  -- of an account the refresh token, sealed under another name than an address; empty where it stayed behind
  alter column sealed_url set default '',
  -- what the account calls itself
  add column account text,
  -- whether what is kept opens nothing any more: the account has to be connected, or the address entered, again
  add column is_broken boolean not null default false,
  add constraint calendar_source_account_check check ((kind = 'ical') = (account is null));
