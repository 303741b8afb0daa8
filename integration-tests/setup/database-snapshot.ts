import { Client } from "pg"

/** Beside Medusa's own schema: a copy of each table's rows, and what brings them back. */
const SCHEMA = "as_it_was"

/**
 * A table is compared whole, so that nothing depends on who changed it, and only what has changed is
 * written: that is a few dozen of almost two hundred tables.
 */
const TAKE = `
drop schema if exists ${SCHEMA} cascade;
create schema ${SCHEMA};
do $take$
declare
  one record;
  steps text := '';
begin
  for one in
    select relname as name, string_agg(quote_ident(attname), ', ' order by attnum) as columns
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and attnum > 0 and not attisdropped and attgenerated = ''
    group by relname
  loop
    execute format('create table ${SCHEMA}.%1$I as table public.%1$I', one.name);
    steps := steps || format(
      $step$
        if exists (
          (select one::text from public.%1$I one except all select one::text from ${SCHEMA}.%1$I one)
          union all
          (select one::text from ${SCHEMA}.%1$I one except all select one::text from public.%1$I one)
        ) then
          delete from public.%1$I;
          insert into public.%1$I (%2$s) overriding system value select %2$s from ${SCHEMA}.%1$I;
        end if;
      $step$,
      one.name, one.columns
    );
  end loop;
  for one in
    select format('public.%I', sequencename) as name, last_value as reached, start_value as start
    from pg_sequences where schemaname = 'public'
  loop
    steps := steps || format(
      'perform setval(%L, %s, %L);',
      one.name, coalesce(one.reached, one.start), one.reached is not null
    );
  end loop;
  execute format(
    'create function ${SCHEMA}.restore() returns void language plpgsql as %L',
    'begin ' || steps || ' end'
  );
end
$take$`

/** Whatever still talks to this database in the middle of something: it would write after the restore, or block it. */
const END_OTHERS = `
select pg_terminate_backend(pid, 10000) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`

/**
 * All rows of a database as they were at one moment, and the way back to them. Medusa keeps its
 * connections meanwhile, where a copy of the whole database would cost half a second for each test.
 */
export class DatabaseSnapshot {
  private constructor(private readonly client: Client) {}

  static async take(url: string): Promise<DatabaseSnapshot> {
    const client = new Client({ connectionString: url })
    await client.connect()
    // As a replica's it checks no foreign keys, so the order of the tables does not matter.
    await client.query("set session_replication_role = replica")
    await client.query(TAKE)
    return new DatabaseSnapshot(client)
  }

  async restore(): Promise<void> {
    await this.client.query(END_OTHERS)
    await this.client.query(`select ${SCHEMA}.restore()`)
  }

  close(): Promise<void> {
    return this.client.end()
  }
}
