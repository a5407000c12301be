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

-- Waves, names and addresses stay in the warehouse: only the columns of system.json may be read.
grant usage on schema whs to crossdock;
grant select (ticket_no, host_ref, site, stat, mod_ts)
  on whs.pick_tickets to crossdock;
grant select (ticket_no, seq, host_line, item_no, uom, qty_req, qty_cxl, rem_alloc, qty_short, final_flag, mod_ts)
  on whs.pick_lines to crossdock;
grant select (load_no, host_ref, site, stat, carrier_cd, picked_ts, packed_ts, left_ts, mod_ts)
  on whs.loads to crossdock;
grant select (load_no, seq, host_ref, host_line, item_no, uom, qty_load, rem_pick, mod_ts)
  on whs.load_lines to crossdock;
grant select (load_no, parcel_no, sscc, carrier_cd, track_no)
  on whs.parcels to crossdock;

-- Where the warehouse is told something: rows are added and read back, never changed and never deleted.
grant select, insert on whs.host_orders, whs.host_cancels to crossdock;

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
  whs.pick_tickets (ticket_no, host_ref, site, stat, mod_ts),
  whs.pick_lines (ticket_no, seq, host_line, item_no, uom, qty_req, qty_cxl, rem_alloc, qty_short, final_flag, mod_ts),
  whs.loads (load_no, host_ref, site, stat, carrier_cd, picked_ts, packed_ts, left_ts, mod_ts),
  whs.load_lines (load_no, seq, host_ref, host_line, item_no, uom, qty_load, rem_pick, mod_ts),
  whs.parcels (load_no, parcel_no, sscc, carrier_cd, track_no),
  whs.host_orders (idempotency_key, host_order_no, received_ts),
  whs.host_cancels (idempotency_key, host_order_no, received_ts),
  crossdock.crossdock_heartbeat,
  crossdock.crossdock_signal;
