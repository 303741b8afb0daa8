import { z } from "zod"
import type { Admin } from "./admin"

const keys = z.object({ is: z.string(), at: z.string(), message: z.string().nullable() })
const run = z.object({
  began_at: z.string(),
  milliseconds: z.number(),
  checked: z.number(),
  differences: z.number(),
  operations_compared: z.number(),
  announced: z.number(),
  has_more: z.boolean(),
  errors: z.array(z.string()),
})

const providersShape = z.object({
  providers: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      environment: z.string(),
      two_step: z.boolean(),
      currencies: z.array(z.string()),
      regions: z.array(z.object({ id: z.string(), name: z.string() })),
      callback_url: z.string(),
      return_url: z.string(),
      keys: keys.nullable(),
      reachability: keys.extend({ milliseconds: z.number().nullable() }).nullable(),
      last_callback_at: z.string().nullable(),
      last_runs: z.array(run),
    }),
  ),
  store: z.object({
    version: z.string(),
    medusa_version: z.string().nullable(),
    modules: z.array(z.object({ module: z.string(), name: z.string(), is_shared: z.boolean() })),
    unsafe_with_several_processes: z.array(z.string()),
  }),
})
export type ProviderOfStore = z.output<typeof providersShape>["providers"][number]

const order = z.object({ id: z.string(), display_id: z.number() }).nullable()

const payoutsShape = z.object({
  payouts: z.array(
    z.object({
      day: z.string().nullable(),
      currency_code: z.string(),
      amount: z.string(),
      commission: z.string(),
      paid_out: z.string(),
      rows: z.array(
        z.object({
          external_id: z.string(),
          payment_id: z.string().nullable(),
          order,
          amount: z.string(),
          commission: z.string().nullable(),
          paid_out: z.string().nullable(),
          card: z.string().nullable(),
          store_amount: z.string().nullable(),
        }),
      ),
    }),
  ),
  missing: z.array(
    z.object({ payment_id: z.string(), order, amount: z.string(), captured_on: z.string() }),
  ),
})

const twoSums = z.object({ store: z.string(), gateway: z.string() })
const daysShape = z.object({
  days: z.array(
    z.object({
      day: z.string(),
      currency_code: z.string(),
      captured: twoSums,
      refunded: twoSums,
      fees: z.string().nullable(),
      differences: z.array(
        twoSums.extend({
          external_id: z.string(),
          payment_id: z.string().nullable(),
          order,
          sum: z.string(),
        }),
      ),
    }),
  ),
})

const DAY_MS = 24 * 60 * 60_000

/** Yesterday to tomorrow, in any zone. */
export const theseDays = (provider_id: string): string => {
  const day = (from: number) => new Date(Date.now() + from * DAY_MS).toISOString().slice(0, 10)
  return `?provider_id=${provider_id}&from=${day(-1)}&to=${day(1)}`
}

/** What the plugin's pages in the dashboard's settings read. */
export class StaffPages {
  constructor(private readonly admin: Admin) {}

  providers({ check = false } = {}) {
    return this.admin.api.get(
      providersShape,
      `/admin/rozetkapay/providers${check ? "?check=true" : ""}`,
    )
  }

  payouts(provider_id: string) {
    return this.admin.api.get(payoutsShape, `/admin/rozetkapay/payouts${theseDays(provider_id)}`)
  }

  days(provider_id: string) {
    return this.admin.api.get(daysShape, `/admin/rozetkapay/days${theseDays(provider_id)}`)
  }

  /** The same as the accountant downloads it. */
  file(name: "payouts" | "days", provider_id: string) {
    const path = `/admin/rozetkapay/${name}/export${theseDays(provider_id)}`
    return this.admin.api.call("GET", path)
  }

  async provider(id: string, how: { check?: boolean } = {}): Promise<ProviderOfStore> {
    const { providers } = await this.providers(how)
    const found = providers.find((one) => one.id === id)
    if (!found) throw new Error(`The page shows no provider ${id}`)
    return found
  }
}
