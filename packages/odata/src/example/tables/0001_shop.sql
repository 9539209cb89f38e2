create table product (
  id integer primary key,
  name text not null,
  price numeric(10, 2) not null,
  tags text[] not null,
  width double precision,
  height double precision
);

create table purchase (
  id bigint primary key,
  customer text not null,
  placed_at timestamptz not null
);

create table line (
  purchase_id bigint not null references purchase,
  product_id integer not null references product,
  quantity integer not null,
  primary key (purchase_id, product_id)
);

insert into product values
  (1, 'Lamp', 19.90, '{light}', 20, 45.5), (2, 'Kettle', 35, '{kitchen,sale}', null, null), (3, 'Mug', 6.50, '{kitchen}', 8, 10);
insert into purchase values
  (501, 'ann', '2026-03-01T09:30:00Z'), (502, 'bob', '2026-03-02T16:05:00Z'), (503, 'ann', '2026-03-05T11:00:00Z');
insert into line values
  (501, 1, 2), (501, 3, 4), (502, 2, 1), (503, 3, 6);
