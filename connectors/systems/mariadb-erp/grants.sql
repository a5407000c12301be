-- Run by an administrator, as often as you like. Beforehand, in the same session:
--   set @crossdock_password = '<password>';
--   set @crossdock_host = '<host of the Connect worker>';  -- 127.0.0.1 if it is not set
-- The server needs log_bin, binlog_format = ROW and binlog_row_image = FULL.

set @crossdock_host = coalesce(@crossdock_host, '127.0.0.1');
set @crossdock_user = concat('crossdock@', quote(@crossdock_host));

execute immediate concat('create user if not exists ', @crossdock_user, ' identified by ', quote(@crossdock_password));
execute immediate concat('alter user ', @crossdock_user, ' identified by ', quote(@crossdock_password));

-- To read the binlog, and to hold still for the moment in which the snapshot finds its position.
execute immediate concat('grant reload, replication slave, replication client on *.* to ', @crossdock_user);

-- Only the columns of system.json may be read; unit prices stay where they are.
-- "references" gives no data: it lets the connector read the definition of a table of which it may read some columns.
execute immediate concat('grant references, select (order_no, customer_no, customer_reference, customer_po, status, credit_status, currency, payment_terms, warehouse, requested_date, entered_at, accepted_at, updated_at) on erp.sales_orders to ', @crossdock_user);
execute immediate concat('grant references, select (order_no, line_no, customer_line, item_no, unit, line_type, warehouse, qty_ordered, qty_cancelled, unit_price, updated_at) on erp.sales_order_lines to ', @crossdock_user);
execute immediate concat('grant references, select (delivery_no, order_no, warehouse, shipment_ref, status, posted_at) on erp.deliveries to ', @crossdock_user);
execute immediate concat('grant references, select (delivery_no, line_no, order_line_no, quantity) on erp.delivery_lines to ', @crossdock_user);
execute immediate concat('grant references, select (invoice_no, order_no, status, invoice_date, posted_at, currency, total) on erp.invoices to ', @crossdock_user);
execute immediate concat('grant references, select (invoice_no, line_no, order_line_no, quantity, amount) on erp.invoice_lines to ', @crossdock_user);
execute immediate concat('grant references, select (memo_no, order_no, status, memo_date, posted_at, currency, total) on erp.credit_memos to ', @crossdock_user);
execute immediate concat('grant references, select (memo_no, line_no, order_line_no, quantity, amount) on erp.credit_memo_lines to ', @crossdock_user);
execute immediate concat('grant references, select (customer_no, name, tier, time_zone) on erp.customers to ', @crossdock_user);

-- Where the ERP is told something: rows are added and read back, never changed and never deleted.
execute immediate concat('grant references, select, insert on erp.inbound_confirmations to ', @crossdock_user);
execute immediate concat('grant references, select, insert on erp.inbound_invoice_requests to ', @crossdock_user);

-- One more table to write to, and it is our own: a quiet ERP still moves the position forward.
create database if not exists crossdock;
create table if not exists crossdock.crossdock_heartbeat (
  connection varchar(64) primary key,
  at datetime(3) not null
);
execute immediate concat('grant select, insert, update on crossdock.crossdock_heartbeat to ', @crossdock_user);

-- And one in which it marks where a part of a table that is read again begins and ends in the log; it is empty in between.
create table if not exists crossdock.crossdock_signal (
  id varchar(64) primary key,
  type varchar(32) not null,
  data varchar(2048)
);
execute immediate concat('grant select, insert, delete on crossdock.crossdock_signal to ', @crossdock_user);
