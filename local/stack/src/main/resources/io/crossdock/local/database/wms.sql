-- The warehouse's own schema: its own identifiers, header states and line quantities in different tables.

create table if not exists orders (
  id text primary key,
  erp_order_no text not null,
  customer_code text not null,
  warehouse text not null,
  status text not null,
  priority int not null default 5,
  ship_by date,
  instructions text,
  ship_to_name text,
  ship_to_address text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table if not exists order_lines (
  order_id text not null references orders on delete cascade,
  line_no int not null,
  erp_line_no int not null,
  sku text not null,
  unit text not null,
  qty_ordered numeric(12, 3) not null,
  qty_allocated numeric(12, 3) not null default 0,
  qty_backordered numeric(12, 3) not null default 0,
  qty_cancelled numeric(12, 3) not null default 0,
  closed_short boolean not null default false,
  updated_at timestamptz not null default now(),
  primary key (order_id, line_no)
);

create table if not exists shipments (
  id text primary key,
  erp_order_no text,
  status text not null,
  warehouse text not null,
  carrier text,
  created_at timestamptz not null default now(),
  picked_at timestamptz,
  packed_at timestamptz,
  shipped_at timestamptz,
  updated_at timestamptz not null default now()
);

create table if not exists shipment_lines (
  shipment_id text not null references shipments on delete cascade,
  line_no int not null,
  erp_order_no text,
  erp_line_no int,
  sku text not null,
  unit text not null,
  quantity numeric(12, 3) not null,
  primary key (shipment_id, line_no)
);

create table if not exists cartons (
  shipment_id text not null references shipments on delete cascade,
  carton_no int not null,
  sscc text,
  carrier text,
  tracking_no text,
  weight_kg numeric(9, 3),
  primary key (shipment_id, carton_no)
);

create index if not exists orders_erp_order_no on orders (erp_order_no);
create index if not exists shipments_erp_order_no on shipments (erp_order_no);

-- What other systems tell the warehouse: rows are only ever added, and the key makes a repeated one harmless.
create table if not exists inbound_orders (
  idempotency_key text primary key,
  erp_order_no text not null,
  customer_code text,
  warehouse text,
  priority int,
  ship_by date,
  lines jsonb not null,
  received_at timestamptz not null default now()
);

create table if not exists inbound_cancels (
  idempotency_key text primary key,
  erp_order_no text not null,
  lines jsonb not null,
  received_at timestamptz not null default now()
);

create index if not exists inbound_orders_received_at on inbound_orders (received_at);
create index if not exists inbound_cancels_received_at on inbound_cancels (received_at);

-- The building: local times, and the days nobody works. What is released after the cut-off leaves on the next working day.
create table if not exists locations (
  code text primary key,
  name text not null,
  time_zone text not null,
  opens time not null,
  closes time not null,
  working_days text not null,
  cut_off time not null,
  holidays text,
  manager_phone text
);

insert into locations (code, name, time_zone, opens, closes, working_days, cut_off, holidays)
values ('EAST', 'Harrisburg', 'America/New_York', '06:00', '22:00', 'MON,TUE,WED,THU,FRI,SAT', '16:00',
  '2026-11-26,2026-12-25,2027-01-01')
on conflict (code) do nothing;
