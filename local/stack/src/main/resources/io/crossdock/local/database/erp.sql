-- The ERP's own schema. DATETIME columns are local time of America/Chicago, without a zone.

create table if not exists sales_orders (
  order_no varchar(20) not null primary key,
  customer_no varchar(20) not null,
  customer_reference varchar(40) null,
  customer_po varchar(40) null,
  status varchar(20) not null,
  credit_status varchar(20) not null,
  currency char(3) not null,
  payment_terms varchar(20) not null,
  warehouse varchar(20) null,
  requested_date date null,
  entered_at datetime(3) not null,
  accepted_at datetime(3) null,
  updated_at datetime(3) not null,
  index sales_orders_customer_reference (customer_reference)
);

create table if not exists sales_order_lines (
  order_no varchar(20) not null,
  line_no int not null,
  customer_line int null,
  item_no varchar(40) not null,
  unit varchar(10) not null,
  line_type varchar(10) not null,
  qty_ordered decimal(12, 3) not null,
  qty_cancelled decimal(12, 3) not null default 0,
  unit_price decimal(12, 2) not null,
  updated_at datetime(3) not null,
  primary key (order_no, line_no)
);

create table if not exists deliveries (
  delivery_no varchar(20) not null primary key,
  order_no varchar(20) not null,
  warehouse varchar(20) null,
  shipment_ref varchar(40) null,
  status varchar(20) not null,
  posted_at datetime(3) null,
  index deliveries_order_no (order_no)
);

create table if not exists delivery_lines (
  delivery_no varchar(20) not null,
  line_no int not null,
  order_line_no int not null,
  quantity decimal(12, 3) not null,
  primary key (delivery_no, line_no)
);

create table if not exists invoices (
  invoice_no varchar(20) not null primary key,
  order_no varchar(20) not null,
  status varchar(20) not null,
  invoice_date date not null,
  posted_at datetime(3) null,
  currency char(3) not null,
  total decimal(12, 2) not null,
  index invoices_order_no (order_no)
);

create table if not exists invoice_lines (
  invoice_no varchar(20) not null,
  line_no int not null,
  order_line_no int not null,
  quantity decimal(12, 3) not null,
  amount decimal(12, 2) not null,
  primary key (invoice_no, line_no)
);

create table if not exists credit_memos (
  memo_no varchar(20) not null primary key,
  order_no varchar(20) not null,
  status varchar(20) not null,
  memo_date date not null,
  posted_at datetime(3) null,
  currency char(3) not null,
  total decimal(12, 2) not null,
  index credit_memos_order_no (order_no)
);

create table if not exists credit_memo_lines (
  memo_no varchar(20) not null,
  line_no int not null,
  order_line_no int not null,
  quantity decimal(12, 3) not null,
  amount decimal(12, 2) not null,
  primary key (memo_no, line_no)
);

-- Which warehouse ships a line; the order's own, if nobody says. Invisible, so that a row may be added without naming it.
alter table sales_order_lines add column if not exists warehouse varchar(20) null invisible;

create or replace trigger sales_order_lines_warehouse before insert on sales_order_lines for each row
  set new.warehouse = coalesce(new.warehouse, (select o.warehouse from sales_orders o where o.order_no = new.order_no));

-- What other systems tell the ERP: rows are only ever added, and the key makes a repeated one harmless.
create table if not exists inbound_confirmations (
  idempotency_key varchar(255) collate utf8mb4_bin not null primary key,
  order_no varchar(20) not null,
  version varchar(40) not null,
  shipments json not null,
  received_at datetime(3) not null default current_timestamp(3),
  index inbound_confirmations_received_at (received_at)
);

create table if not exists inbound_invoice_requests (
  idempotency_key varchar(255) collate utf8mb4_bin not null primary key,
  order_no varchar(20) not null,
  shipment varchar(80) not null,
  `lines` json not null,
  received_at datetime(3) not null default current_timestamp(3),
  index inbound_invoice_requests_received_at (received_at)
);

-- Who buys. One in ten is a strategic customer, two in ten are key customers.
create table if not exists customers (
  customer_no varchar(20) not null primary key,
  name varchar(80) not null,
  tier varchar(20) not null,
  time_zone varchar(40) null,
  credit_limit decimal(12, 2) null
);

insert ignore into customers (customer_no, name, tier, time_zone, credit_limit)
with recursive numbers (n) as (select 100 union all select n + 1 from numbers where n < 139)
select
  concat('C-', n),
  concat(
    elt(1 + n % 8, 'Harbor', 'Prairie', 'Summit', 'Lakeside', 'Granite', 'Cedar', 'Beacon', 'Juniper'), ' ',
    elt(1 + n % 5, 'Supply', 'Hardware', 'Electric', 'Plumbing', 'Outfitters'), ' ', n),
  case when n % 10 = 0 then 'STRATEGIC' when n % 10 in (3, 7) then 'KEY' else 'STANDARD' end,
  elt(1 + n % 4, 'America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles'),
  1000 * n
from numbers;
