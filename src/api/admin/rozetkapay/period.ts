import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { daysIn } from "../../../core/kyiv-day"
import { developerError, staffError } from "../../../errors"
import { type FoundProvider, findProvider } from "../../../provider/find-provider"
import type { Period } from "../../../provider/payment-gateway"
import { RozetkaPayError } from "../../../rozetkapay/errors"

const day = z.iso.date().startsWith("20")
const asked = z.object({ provider_id: z.string(), from: day, to: day })

/**
 * Whose days, and which, a route is asked for: `?provider_id=&from=&to=`.
 *
 * @throws MedusaError 400 `period_unreadable`, 404 `no_such_provider`
 */
export const readPeriod = async (
  container: MedusaContainer,
  query: unknown,
  most: number,
): Promise<FoundProvider & { period: Period }> => {
  const { success, data } = asked.safeParse(query)
  if (!success || data.to < data.from || daysIn(data.from, data.to) > most) {
    throw staffError("period_unreadable", { most: String(most) })
  }
  const found = await findProvider(container, data.provider_id)
  if (!found) throw developerError("no_such_provider")
  return { ...found, period: { from: data.from, to: data.to } }
}

/** What staff are told when a report can't be had. */
export const reportNotRead = (error: unknown): unknown =>
  error instanceof RozetkaPayError
    ? staffError("report_not_read", { reason: error.message })
    : error
