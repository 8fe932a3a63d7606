create table feedback (
  id uuid primary key,
  -- The type json rejects NUL and unpaired surrogates.
  record text not null,
  received_at timestamptz not null default now()
);
alter table feedback enable row level security;

create policy "pages add" on feedback for insert to anon with check (true);
grant insert (id, record) on feedback to anon;

-- PostgreSQL reads the ids to ignore copies. Other columns are not readable.
create policy "pages compare ids" on feedback for select to anon using (true);
grant select (id) on feedback to anon;
