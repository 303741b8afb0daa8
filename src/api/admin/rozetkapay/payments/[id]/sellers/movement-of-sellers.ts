import type { MedusaContainer } from "@medusajs/framework/types"
import { capturePaymentWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { type Amount, currencyCode, isPositive, sum } from "../../../../../../core/money"
import { readWantedShares } from "../../../../../../core/seller-shares"
import { asStaffError, staffError } from "../../../../../../errors"
import { ofSellers } from "../../../../../../provider/hook-context"
import { asMedusaError } from "../../../../../../provider/payment-errors"
import { SHARES_KEY } from "../../../../../../provider/send-movement"
import { findOwnPayment } from "../../../../../../workflows/steps/find-own-payment"

/** What an admin, named by `by`, asks for in `body`, of Medusa's payment. */
export type MoveOfSellers = (
  container: MedusaContainer,
  payment_id: string,
  body: unknown,
  by: string,
) => Promise<void>

const named = z.object({ sellers: z.unknown() })
const noted = z.object({ note: z.string().max(1000).optional() })

/**
 * Captures what was named of each seller, through Medusa's own workflow, so that the order's totals are
 * right. That workflow has no place for whose money it is, so it is said beside it.
 *
 * @throws MedusaError NOT_FOUND or a sentence: nothing, or not all, was captured
 */
export const captureOfSellers: MoveOfSellers = async (container, payment_id, body, captured_by) => {
  const { isCaptured, shares, amount } = await readMove(container, payment_id, body)
  // Medusa's workflow would do nothing, and say nothing.
  if (isCaptured) {
    throw staffError("captured_already")
  }
  await ofSellers(shares, () =>
    capturePaymentWorkflow(container).run({ input: { payment_id, amount, captured_by } }),
  ).catch(asSentence)
}

/** As `captureOfSellers`, of what was captured; the refund's metadata keep whose it was. */
export const refundOfSellers: MoveOfSellers = async (container, payment_id, body, created_by) => {
  const { shares, amount, note } = await readMove(container, payment_id, body)
  // Medusa's type of a refund's input leaves the metadata out; the row gets them.
  const input = { payment_id, amount, note, created_by, metadata: { [SHARES_KEY]: shares } }
  await refundPaymentWorkflow(container).run({ input }).catch(asSentence)
}

type WantedMove = {
  isCaptured: boolean
  shares: Record<string, Amount>
  amount: Amount
  note: string | undefined
}

const readMove = async (
  container: MedusaContainer,
  payment_id: string,
  body: unknown,
): Promise<WantedMove> => {
  const { data, isCaptured } = await findOwnPayment(container, payment_id)
  // Else it would be moved whatever was named.
  if (!data.orders) throw staffError("no_sellers")
  const given = named.safeParse(body)
  const currency = currencyCode(data.currency_code)
  if (!given.success) throw staffError("parts_not_named")
  const beside = noted.safeParse(body)
  if (!beside.success) throw staffError("note_too_long")
  const wanted = readShares(given.data.sellers, currency)
  if (!wanted) throw staffError("parts_not_named")
  const amount = sum([...wanted.values()], currency)
  if (!isPositive(amount)) throw staffError("parts_of_nothing")
  const shares = Object.fromEntries(wanted)
  return { isCaptured, shares, amount, note: beside.data.note }
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
