import assert from "node:assert/strict"
import { Client } from "pg"

/** More than Medusa's workflows wait before they write once more what they could not write. */
const SECONDS = 0.4

/** One of the writes that end a cart, side by side, takes its time, as on a busy database. */
const SLOW_END = `
  create sequence slow_ends;
  create function takes_its_time() returns trigger language plpgsql as $$
  begin perform nextval('slow_ends'), pg_sleep(${SECONDS}); return new; end $$;
  create trigger takes_its_time before update on cart for each row
  when (old.completed_at is null and new.completed_at is not null) execute function takes_its_time()`

const QUICK_AGAIN =
  "drop trigger takes_its_time on cart; drop function takes_its_time(); drop sequence slow_ends"

/** Does work that ends carts while the database takes its time over that. */
export async function onSlowDatabase(url: string, work: () => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(SLOW_END)
    await work()
    const { rows } = await client.query("select is_called from slow_ends")
    assert.deepEqual(rows, [{ is_called: true }], "no cart has ended slowly")
  } finally {
    await client.query(QUICK_AGAIN)
    await client.end()
  }
}
