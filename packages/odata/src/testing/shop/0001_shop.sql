-- A small shop for tests and the test host. Running it again gives the same rows anew.
drop schema if exists shop cascade;
create schema shop;

create table shop.category (
  id integer primary key,
  name text not null,
  parent_id integer references shop.category
);

create table shop.supplier (
  id integer primary key,
  name text not null,
  country text,
  founded_on date not null
);

create table shop.product (
  id integer primary key,
  name text collate "C" not null,
  description text,
  category_id integer not null references shop.category,
  supplier_id integer references shop.supplier,
  price numeric(12, 2) not null,
  weight double precision,
  rating real,
  stock bigint not null,
  discount smallint not null check (discount between -128 and 127),
  shelf smallint not null check (shelf between 0 and 255),
  reorder_at smallint,
  is_active boolean not null,
  is_vegan boolean,
  released_on date,
  created_at timestamptz not null,
  -- Wall time: answered as if it were UTC.
  sold_at timestamp,
  opens_at time,
  preparation interval,
  barcode uuid not null,
  photo bytea,
  colour integer,
  features integer not null,
  tags text[] not null,
  scores integer[],
  width double precision,
  height double precision,
  -- Hidden products are in no set.
  is_hidden boolean not null default false
);
create index on shop.product (name);
create index on shop.product (sold_at);
create index on shop.product (created_at);
create index on shop.product (category_id);

create table shop.customer (
  id uuid primary key,
  name text not null,
  street text not null,
  city text not null,
  country text,
  referred_by uuid references shop.customer
);

create table shop."order" (
  id bigint primary key,
  customer_id uuid not null references shop.customer,
  placed_at timestamptz not null,
  delivered_on date,
  status integer not null
);
create index on shop."order" (customer_id);

create table shop.order_line (
  order_id bigint not null references shop."order",
  number integer not null,
  product_id integer not null references shop.product,
  quantity integer not null,
  unit_price numeric(12, 2) not null,
  note text,
  primary key (order_id, number)
);
create index on shop.order_line (product_id);

insert into shop.category values
  (1, 'Food', null), (2, 'Drinks', 1), (3, 'Bakery', 1), (4, 'Tea', 2),
  (5, 'Household', null), (6, 'Cleaning', 5), (7, 'Tools', 5), (8, 'Empty shelf', null);

insert into shop.supplier values
  (1, 'Alpine Foods', 'Austria', '1990-05-01'),
  (2, 'Bay Trading', null, '2001-11-30'),
  (3, 'Coral & Sons', 'Italy', '1875-02-28');

insert into shop.product
select
  n,
  (array['Milk', 'Bread', 'Green tea', 'Soap', 'Hammer', 'Ärmel', '50% off', 'O''Brien''s', 'under_score', 'Back\slash'])[n % 10 + 1] || ' ' || n,
  case when n % 4 <> 0 then 'About product ' || n end,
  n % 7 + 1,
  nullif(n % 4, 0),
  (n * 137 % 5000) / 100.0,
  case when n % 5 <> 0 then n * 0.25 end,
  case when n % 6 <> 0 then (n % 5) + 0.5 end,
  n::bigint * 1000000007,
  n % 256 - 128,
  n % 256,
  case when n % 3 <> 0 then n - 30 end,
  n % 5 <> 0,
  case n % 3 when 0 then true when 1 then false end,
  case when n % 7 <> 0 then date '2023-12-25' + n end,
  timestamptz '2024-01-01T00:00:00Z' + n * interval '11 hours 13 minutes 0.25 seconds',
  case when n % 8 <> 0 then timestamp '2024-02-01 23:30:00' + n * interval '7 hours' end,
  case when n % 9 <> 0 then time '06:00' + n * interval '15 minutes 30.5 seconds' end,
  case when n % 4 <> 1 then n * interval '17 minutes 3.5 seconds' end,
  ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
  case when n % 3 = 0 then decode(lpad(to_hex(n), 6, 'f'), 'hex') end,
  case when n % 5 <> 4 then n % 4 end,
  n % 8,
  case n % 3 when 0 then array['new', 'sale'] when 1 then array['sale'] else array[]::text[] end,
  case when n % 4 <> 0 then array[n, n % 3, 7] end,
  case when n % 2 = 0 then n * 1.5 end,
  case when n % 2 = 0 then n * 2.5 end,
  n = 60
from generate_series(1, 60) n;

insert into shop.customer
select
  ('11111111-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,
  (array['Ann', 'Bob', 'Cleo', 'Dan', 'Eve'])[n % 5 + 1] || ' ' || n,
  n || ' Main Street',
  (array['Berlin', 'Rome', 'Oslo'])[n % 3 + 1],
  case when n % 4 <> 0 then (array['Germany', 'Italy', 'Norway'])[n % 3 + 1] end,
  case when n > 6 then ('11111111-0000-4000-8000-' || lpad((n - 6)::text, 12, '0'))::uuid end
from generate_series(1, 12) n;

insert into shop."order"
select
  5000000000 + n,
  ('11111111-0000-4000-8000-' || lpad((n % 10 + 1)::text, 12, '0'))::uuid,
  timestamptz '2024-03-01T08:00:00Z' + n * interval '1 day 5 hours',
  case when n % 3 <> 0 then date '2024-03-04' + n end,
  n % 4
from generate_series(1, 40) n;

insert into shop.order_line
select
  5000000000 + o,
  l,
  (o * 7 + l * 11) % 59 + 1,
  (o + l) % 9 + 1,
  ((o * 7 + l * 11) % 59 + 1) * 137 % 5000 / 100.0,
  case when (o + l) % 3 = 0 then 'Gift for ' || o end
from generate_series(1, 40) o, generate_series(1, 5) l
where l <= o % 6;
