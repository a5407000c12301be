-- Run by an administrator in the warehouse's database, as often as you like. Beforehand, in the same session:
--   select set_config('crossdock.password', '<password>', false);
-- The server needs wal_level = logical and, so that a stopped Crossdock cannot fill the disk, max_slot_wal_keep_size.

do $$
begin
  if not exists (select from pg_roles where rolname = 'crossdock') then
    create role crossdock;
  end if;
  execute format('alter role crossdock login replication nosuperuser nocreatedb nocreaterole connection limit 16 password %L',
    current_setting('crossdock.password'));
end $$;

-- Names, addresses and instructions stay in the warehouse: only the columns of system.json may be read.
grant usage on schema public to crossdock;
grant select (id, erp_order_no, customer_code, warehouse, status, priority, ship_by, created_at, updated_at)
  on public.orders to crossdock;
grant select (order_id, line_no, erp_line_no, sku, unit, qty_ordered, qty_allocated, qty_backordered, qty_cancelled, closed_short, updated_at)
  on public.order_lines to crossdock;
grant select (id, erp_order_no, status, warehouse, carrier, created_at, picked_at, packed_at, shipped_at, updated_at)
  on public.shipments to crossdock;
grant select (shipment_id, line_no, erp_order_no, erp_line_no, sku, unit, quantity)
  on public.shipment_lines to crossdock;
grant select (shipment_id, carton_no, sscc, carrier, tracking_no, weight_kg)
  on public.cartons to crossdock;
grant select (code, name, time_zone, opens, closes, working_days, cut_off, holidays)
  on public.locations to crossdock;

-- Where the warehouse is told something: rows are added and read back, never changed and never deleted.
grant select, insert on public.inbound_orders, public.inbound_cancels to crossdock;

-- One more table to write to, and it is our own: a quiet warehouse still moves the slot forward.
create schema if not exists crossdock;
create table if not exists crossdock.crossdock_heartbeat (
  connection text primary key,
  at timestamptz not null
);
-- And one in which it marks where a part of a table that is read again begins and ends in the log; it is empty in between.
create table if not exists crossdock.crossdock_signal (
  id varchar(64) primary key,
  type varchar(32) not null,
  data varchar(2048)
);
grant usage on schema crossdock to crossdock;
grant select, insert, update on crossdock.crossdock_heartbeat to crossdock;
grant select, insert, delete on crossdock.crossdock_signal to crossdock;

-- What is not published never leaves the server, whatever the connector asks for.
do $$
begin
  if not exists (select from pg_publication where pubname = 'crossdock') then
    create publication crossdock;
  end if;
end $$;
alter publication crossdock set table
  public.orders (id, erp_order_no, customer_code, warehouse, status, priority, ship_by, created_at, updated_at),
  public.order_lines (order_id, line_no, erp_line_no, sku, unit, qty_ordered, qty_allocated, qty_backordered, qty_cancelled, closed_short, updated_at),
  public.shipments (id, erp_order_no, status, warehouse, carrier, created_at, picked_at, packed_at, shipped_at, updated_at),
  public.shipment_lines (shipment_id, line_no, erp_order_no, erp_line_no, sku, unit, quantity),
  public.cartons (shipment_id, carton_no, sscc, carrier, tracking_no, weight_kg),
  public.inbound_orders (idempotency_key, erp_order_no, received_at),
  public.inbound_cancels (idempotency_key, erp_order_no, received_at),
  public.locations (code, name, time_zone, opens, closes, working_days, cut_off, holidays),
  crossdock.crossdock_heartbeat,
  crossdock.crossdock_signal;
