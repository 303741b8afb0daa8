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

/** What the plugin's pages in the dashboard's settings read. */
export class StaffPages {
  constructor(private readonly admin: Admin) {}

  providers({ check = false } = {}) {
    return this.admin.api.get(
      providersShape,
      `/admin/rozetkapay/providers${check ? "?check=true" : ""}`,
    )
  }

  async provider(id: string, how: { check?: boolean } = {}): Promise<ProviderOfStore> {
    const { providers } = await this.providers(how)
    const found = providers.find((one) => one.id === id)
    if (!found) throw new Error(`The page shows no provider ${id}`)
    return found
  }
}
