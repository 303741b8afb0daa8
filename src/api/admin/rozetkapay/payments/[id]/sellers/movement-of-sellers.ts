import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { type Amount, currencyCode, isPositive, sum as total } from "../../../../../../core/money"
import { readWantedShares } from "../../../../../../core/seller-shares"
import { asStaffError, staffError } from "../../../../../../errors"
import { storeIn } from "../../../../../../medusa-store/store-in"
import { inHookContext, Seen } from "../../../../../../provider/hook-context"
import { asMedusaError } from "../../../../../../provider/payment-errors"
import { SHARES_KEY } from "../../../../../../provider/send-movement"
import type { SessionData } from "../../../../../../provider/session-data"
import { purposeOf } from "../../../../../../provider/start/purpose"
import { findOwnPayment } from "../../../../../../workflows/steps/find-own-payment"
import { aloneWithPayment } from "../alone-with-payment"
import { exactAmount } from "../exact-amount"
import { ledgerAsSeen, requireCapturable } from "../ledger-as-seen"

/** What an admin, named by `by`, asks for in `body`, of Medusa's payment. @returns its currency, lower case */
export type MoveOfSellers = (
  container: MedusaContainer,
  payment_id: string,
  body: unknown,
  by: string,
) => Promise<string>

const named = z.object({ sellers: z.unknown() })
const noted = z.object({ note: z.string().max(1000).optional() })
const looked = z.object({
  seen: z.object({ captured: z.string().optional(), refunded: z.string().optional() }).optional(),
})

/**
 * Captures what was named of each seller, through Medusa's own workflow, so that the order's totals are
 * right. That workflow has no place for whose money it is, so it is said beside it.
 *
 * @throws MedusaError NOT_FOUND or a sentence: nothing, or not all, was captured
 */
export const captureOfSellers: MoveOfSellers = async (container, payment_id, body, captured_by) => {
  const { shares, amount, seen, ...move } = await readMove(container, payment_id, body, "captured")
  const { payment_collection_id, data } = move
  await aloneWithPayment(container, move, async () => {
    await requireCapturable(container, { payment_id, payment_collection_id }, seen)
    await inHookContext({ shares, seen: new Seen(data.external_id, "capture", seen) }, () =>
      storeIn(container).capturePayment({ payment_id, amount, captured_by }),
    )
  }).catch(asSentence)
  return data.currency_code
}

/** As `captureOfSellers`, of what was captured; the refund's metadata keep whose it was. */
export const refundOfSellers: MoveOfSellers = async (container, payment_id, body, created_by) => {
  const { shares, amount, note, seen, ...move } = await readMove(
    container,
    payment_id,
    body,
    "refunded",
  )
  const { payment_collection_id, data } = move
  await aloneWithPayment(container, move, async () => {
    const { currency } = await ledgerAsSeen(container, payment_id, { sum: "refunded", seen })
    const { order_id } = await purposeOf(container, payment_collection_id)
    await inHookContext({ seen: new Seen(data.external_id, "refund", seen) }, () =>
      storeIn(container).refundPayment({ payment_id, order_id, currency }, amount, {
        created_by,
        metadata: { [SHARES_KEY]: shares },
        ...(note !== undefined && { note }),
      }),
    )
  }).catch(asSentence)
  return data.currency_code
}

type WantedMove = {
  data: SessionData
  payment_collection_id: string
  /** What had been moved so, as the person saw it; null: they have not said. */
  seen: Amount | null
  shares: Record<string, Amount>
  amount: Amount
  note: string | undefined
}

const readMove = async (
  container: MedusaContainer,
  payment_id: string,
  body: unknown,
  sum: "captured" | "refunded",
): Promise<WantedMove> => {
  const { data, payment_collection_id } = await findOwnPayment(container, payment_id)
  // Else it would be moved whatever was named.
  if (!data.orders) throw staffError("no_sellers")
  const given = named.safeParse(body)
  const currency = currencyCode(data.currency_code)
  if (!given.success) throw staffError("parts_not_named")
  const beside = noted.safeParse(body)
  if (!beside.success) throw staffError("note_too_long")
  const wanted = readShares(given.data.sellers, currency)
  if (!wanted) throw staffError("parts_not_named")
  const amount = total([...wanted.values()], currency)
  if (!isPositive(amount)) throw staffError("parts_of_nothing")
  const shares = Object.fromEntries(wanted)
  const seen = readSeen(body, currency, sum)
  const { note } = beside.data
  return { data, payment_collection_id, shares, amount, note, seen }
}

const readSeen = (
  body: unknown,
  currency: string,
  sum: "captured" | "refunded",
): WantedMove["seen"] => {
  const given = looked.safeParse(body)
  const text = given.data?.seen?.[sum]
  const seen = text === undefined ? undefined : exactAmount(text, currency)
  if (!given.success || seen === null) throw staffError("movement_unreadable", { sum })
  return seen ?? null
}

const readShares = (value: unknown, currency: string) => {
  try {
    return readWantedShares(value, currency)
  } catch (error) {
    throw asMedusaError(error)
  }
}

/** An admin reads a sentence, never "unknown error". */
const asSentence = (error: unknown): never => {
  throw asStaffError(error, "not_moved")
}
