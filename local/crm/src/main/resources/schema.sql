create sequence if not exists sobject_id;

create table if not exists sobject (
  id text collate "C" primary key,
  type text not null,
  fields jsonb not null,
  created_at timestamptz(3) not null,
  system_modstamp timestamptz(3) not null
);

create index if not exists sobject_feed on sobject (type, system_modstamp, id);

create table if not exists access_log (
  id bigint generated always as identity primary key,
  parent bigint,
  at timestamptz not null default clock_timestamp(),
  method text not null,
  path text not null,
  object text,
  record_key text,
  record_id text,
  status int not null,
  error_code text,
  idempotency_key text,
  request jsonb,
  applied boolean not null,
  fault text
);

create index if not exists access_log_record on access_log (record_id, id) where applied;
create index if not exists access_log_at on access_log (at);

create table if not exists notification (
  key text primary key,
  body jsonb not null,
  first_put_at timestamptz not null default clock_timestamp(),
  last_put_at timestamptz not null default clock_timestamp(),
  puts int not null default 1,
  other_bodies int not null default 0
);
