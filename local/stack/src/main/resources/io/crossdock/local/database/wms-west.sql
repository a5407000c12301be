-- Another warehouse system: waves, pick tickets and loads, statuses in numbers, the host's numbers filled up with zeros, local times.

create schema if not exists whs;

create table if not exists whs.waves (
  wave_no varchar(12) primary key,
  stat smallint not null default 10,
  released_ts timestamp
);

create table if not exists whs.pick_tickets (
  ticket_no varchar(12) primary key,
  host_ref varchar(12) not null,
  client_no varchar(20) not null,
  site varchar(8) not null,
  stat smallint not null default 10,
  wave_no varchar(12),
  prio smallint not null default 5,
  due_date date,
  ship_to text,
  entry_ts timestamp not null default (now() at time zone 'America/Los_Angeles'),
  mod_ts timestamp not null default (now() at time zone 'America/Los_Angeles')
);

create table if not exists whs.pick_lines (
  ticket_no varchar(12) not null references whs.pick_tickets on delete cascade,
  seq smallint not null,
  host_line varchar(6) not null,
  item_no varchar(40) not null,
  uom varchar(10) not null,
  qty_req numeric(12, 3) not null,
  qty_cxl numeric(12, 3) not null default 0,
  rem_alloc numeric(12, 3) not null,
  qty_short numeric(12, 3) not null default 0,
  final_flag char(1) not null default 'N',
  mod_ts timestamp not null default (now() at time zone 'America/Los_Angeles'),
  primary key (ticket_no, seq)
);

create table if not exists whs.loads (
  load_no varchar(12) primary key,
  host_ref varchar(12),
  site varchar(8) not null,
  stat smallint not null default 10,
  carrier_cd varchar(4),
  dock varchar(8),
  plan_ts timestamp not null default (now() at time zone 'America/Los_Angeles'),
  picked_ts timestamp,
  packed_ts timestamp,
  left_ts timestamp,
  mod_ts timestamp not null default (now() at time zone 'America/Los_Angeles')
);

create table if not exists whs.load_lines (
  load_no varchar(12) not null references whs.loads on delete cascade,
  seq smallint not null,
  host_ref varchar(12),
  host_line varchar(6),
  item_no varchar(40) not null,
  uom varchar(10) not null,
  qty_load numeric(12, 3) not null,
  rem_pick numeric(12, 3) not null,
  mod_ts timestamp not null default (now() at time zone 'America/Los_Angeles'),
  primary key (load_no, seq)
);

create table if not exists whs.parcels (
  load_no varchar(12) not null references whs.loads on delete cascade,
  parcel_no smallint not null,
  sscc varchar(20),
  carrier_cd varchar(4),
  track_no varchar(40),
  weight_g int,
  primary key (load_no, parcel_no)
);

create index if not exists pick_tickets_host_ref on whs.pick_tickets (host_ref);

-- What other systems tell the warehouse: rows are only ever added, and the key makes a repeated one harmless.
create table if not exists whs.host_orders (
  idempotency_key text primary key,
  host_order_no text not null,
  client_no text,
  site text,
  prio int,
  due_date date,
  items jsonb not null,
  received_ts timestamp not null default (now() at time zone 'America/Los_Angeles')
);

create table if not exists whs.host_cancels (
  idempotency_key text primary key,
  host_order_no text not null,
  items jsonb not null,
  received_ts timestamp not null default (now() at time zone 'America/Los_Angeles')
);

create index if not exists host_orders_received_ts on whs.host_orders (received_ts);
create index if not exists host_cancels_received_ts on whs.host_cancels (received_ts);
