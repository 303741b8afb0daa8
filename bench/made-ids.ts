import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

const FUNCTION = `
  create or replace function bench_ulid(at timestamptz, n int, k int) returns text immutable language sql as $$
    select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ',
        ((cast(extract(epoch from at) * 1000 as bigint) >> (5 * place)) & 31)::int + 1, 1),
      '' order by place desc) || k || lpad(upper(to_hex(n)), 15, '0')
    from generate_series(0, 9) place $$`

/**
 * Runs statements that may make ids as Medusa's, by ULID: those that are made later are greater.
 * `bench_ulid(moment, number, which)`: `which` of several in one moment.
 */
export async function withMadeIds(container: MedusaContainer, statements: string[]): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await database.raw(FUNCTION)
  for (const statement of statements) await database.raw(statement)
  await database.raw("drop function bench_ulid")
}
