import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { Amount } from "../core/money"
import { alone } from "../provider/payment-lock"
import type { PaymentTerms } from "../provider/session-data"

/**
 * Money that came and that the store can't place. There is no row of Medusa's that it could stand at,
 * since what it was for is not there; so each stands in the metadata of the store's own row, where
 * only staff can read it.
 */
const KEY = "rozetkapay_unexplained_"

/** More than this are told in the log and by the event alone: the row must stay readable. */
const MOST = 500

const entry = z.object({
  external_id: z.string(),
  provider_id: z.string(),
  /** Decimal in the major unit: what is still there of it. */
  amount: z.string(),
  currency_code: z.string(),
  capture: z.boolean(),
  orders: z.array(z.string()).optional(),
  installation: z.string().optional(),
  /** ISO 8601: when it was seen first. */
  seen_at: z.string(),
})

export type UnexplainedPayment = z.output<typeof entry>

const metadata = z.record(z.string(), z.unknown()).nullish()

/** Oldest first. */
export const listUnexplained = async (
  container: MedusaContainer,
): Promise<UnexplainedPayment[]> => {
  const [store] = await container.resolve(Modules.STORE).listStores({}, { take: 1 })
  return Object.entries(metadata.parse(store?.metadata) ?? {})
    .flatMap(([key, value]) => (key.startsWith(KEY) ? (entry.safeParse(value).data ?? []) : []))
    .sort((a, b) => (a.seen_at < b.seen_at ? -1 : 1))
}

/** @returns whether it is news: staff are told of each sum once. */
export const noteUnexplained = (
  container: MedusaContainer,
  { external_id, provider_id, currency_code, capture, orders, installation }: PaymentTerms,
  amount: Amount,
): Promise<boolean> =>
  change(container, async (known, write) => {
    const before = known.find((one) => one.external_id === external_id)
    if (before?.amount === amount) return false
    const seen_at = before?.seen_at ?? new Date().toISOString()
    if (before || known.length < MOST) {
      await write(external_id, {
        external_id,
        provider_id,
        amount,
        currency_code: currency_code.toLowerCase(),
        capture,
        ...(orders && { orders }),
        ...(installation && { installation }),
        seen_at,
      })
    }
    return true
  })

/** It was returned, or explained. */
export const forgetUnexplained = (container: MedusaContainer, external_id: string): Promise<void> =>
  change(container, async (known, write) => {
    // Medusa takes an empty text for the wish to have the key away.
    if (known.some((one) => one.external_id === external_id)) await write(external_id, "")
  })

/** Medusa merges metadata by reading first: one change at a time. */
const change = <Result>(
  container: MedusaContainer,
  job: (
    known: UnexplainedPayment[],
    write: (external_id: string, value: UnexplainedPayment | "") => Promise<void>,
  ) => Promise<Result>,
): Promise<Result> =>
  alone(container.resolve(Modules.LOCKING), "unexplained", async () => {
    const stores = container.resolve(Modules.STORE)
    const [store] = await stores.listStores({}, { take: 1 })
    return job(await listUnexplained(container), async (external_id, value) => {
      if (store)
        await stores.updateStores(store.id, { metadata: { [`${KEY}${external_id}`]: value } })
    })
  })
