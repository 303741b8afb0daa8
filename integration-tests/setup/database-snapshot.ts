import { Client, DatabaseError } from "pg"

/** Beside Medusa's own schema: a copy of each table's rows, and what brings them back. */
const SCHEMA = "as_it_was"

/**
 * A table has changed when it has more or fewer rows than its copy, or one that a later transaction
 * wrote than its newest then: PostgreSQL itself keeps that with each row, so nothing depends on who
 * changed it. Only what has changed is written back: a few dozen of almost two hundred tables.
 */
const TAKE = `
drop schema if exists ${SCHEMA} cascade;
create schema ${SCHEMA};
create table ${SCHEMA}.kept (name text primary key, rows bigint not null, written_by xid not null);
do $take$
declare
  one record;
  comparing text := '';
  resetting text := '';
  -- Every transaction up to this one had ended.
  ended xid := mod(pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1, 4294967296)::text::xid;
begin
  for one in
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
  loop
    execute format('create table ${SCHEMA}.%1$I as table public.%1$I', one.name);
    execute format('insert into ${SCHEMA}.kept select %1$L, count(*), $1 from ${SCHEMA}.%1$I', one.name)
      using ended;
    comparing := comparing || format(
      $compare$
        if exists (
          select from ${SCHEMA}.kept join
            (select count(*) as rows, min(age(xmin)) as age from public.%1$I) now
            on now.rows <> kept.rows or now.age < age(kept.written_by)
          where kept.name = %1$L
        ) then
          return next %1$L;
        end if;
      $compare$,
      one.name
    );
  end loop;
  for one in
    select format('public.%I', sequencename) as name, last_value as reached, start_value as start
    from pg_sequences where schemaname = 'public'
  loop
    resetting := resetting || format(
      'perform setval(%L, %s, %L);',
      one.name, coalesce(one.reached, one.start), one.reached is not null
    );
  end loop;
  execute format(
    'create function ${SCHEMA}.changed() returns setof text language plpgsql as %L',
    'begin ' || comparing || ' end'
  );
  execute format(
    'create function ${SCHEMA}.reset_sequences() returns void language plpgsql as %L',
    'begin ' || resetting || ' end'
  );
end
$take$;
create function ${SCHEMA}.restore() returns void language plpgsql as $restore$
declare
  one text;
  columns text;
begin
  for one in select ${SCHEMA}.changed() loop
    select string_agg(quote_ident(attname), ', ' order by attnum) into columns
    from pg_attribute
    where attrelid = format('public.%I', one)::regclass
      and attnum > 0 and not attisdropped and attgenerated = '';
    execute format('delete from public.%I', one);
    execute format(
      'insert into public.%1$I (%2$s) overriding system value select %2$s from ${SCHEMA}.%1$I',
      one, columns
    );
    update ${SCHEMA}.kept set written_by = pg_current_xact_id()::xid where name = one;
  end loop;
  perform ${SCHEMA}.reset_sequences();
end
$restore$`

/** Whatever still talks to this database in the middle of something: it would write after the restore, or block it. */
const END_OTHERS = `
select pg_terminate_backend(pid, 10000) from pg_stat_activity
where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`

const DEADLOCK = "40P01"
const MOST_TRIES = 10

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

  /** The tables whose rows are not the remembered ones. */
  async changed(): Promise<string[]> {
    const { rows } = await this.client.query<{ name: string }>(
      `select name from ${SCHEMA}.changed() name`,
    )
    return rows.map(({ name }) => name)
  }

  /** Medusa may begin something new in between, and PostgreSQL end this one for it: all of it is done once more then. */
  async restore(): Promise<void> {
    for (let tries = 1; ; tries++) {
      await this.client.query(END_OTHERS)
      const error: unknown = await this.client.query(`select ${SCHEMA}.restore()`).then(
        () => null,
        (reason: unknown) => reason,
      )
      if (error === null) return
      const isDeadlock = error instanceof DatabaseError && error.code === DEADLOCK
      if (!isDeadlock || tries === MOST_TRIES) throw error
    }
  }

  close(): Promise<void> {
    return this.client.end()
  }
}
