import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { capturePaymentWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { type Amount, currencyCode, isPositive, sum } from "../../../../../../core/money"
import { readWantedShares } from "../../../../../../core/seller-shares"
import { errorMessage } from "../../../../../../log/error-message"
import { ofSellers } from "../../../../../../provider/hook-context"
import { asMedusaError } from "../../../../../../provider/payment-errors"
import { SHARES_KEY } from "../../../../../../provider/send-movement"
import { findOwnPayment } from "../../../../../../workflows/steps/find-own-payment"
import { noSellers } from "./sellers-of-payment"

/** What an admin, named by `by`, asks for in `body`, of Medusa's payment. */
export type MoveOfSellers = (
  container: MedusaContainer,
  payment_id: string,
  body: unknown,
  by: string,
) => Promise<void>

const NAME_PARTS = 'Please name the sellers\' parts: { "sellers": { "<key>": "10.00" } }.'
const SHORT_NOTE = 'Please let "note" be a text of at most 1000 characters, or leave it out.'

const asked = z.object(
  { sellers: z.unknown(), note: z.string({ error: SHORT_NOTE }).max(1000, SHORT_NOTE).optional() },
  { error: NAME_PARTS },
)

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
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "All of this payment is captured already. Nothing more was captured.",
    )
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
  if (!data.orders) throw noSellers()
  const given = asked.safeParse(body)
  const currency = currencyCode(data.currency_code)
  if (!given.success) throw invalid(given.error.issues[0]?.message ?? NAME_PARTS)
  const wanted = readShares(given.data.sellers, currency)
  if (!wanted) throw invalid(NAME_PARTS)
  const amount = sum([...wanted.values()], currency)
  if (!isPositive(amount)) throw invalid("Please name more than zero.")
  const shares = Object.fromEntries(wanted)
  return { isCaptured, shares, amount, note: given.data.note }
}

const invalid = (sentence: string) => new MedusaError(MedusaError.Types.INVALID_DATA, sentence)

const readShares = (value: unknown, currency: string) => {
  try {
    return readWantedShares(value, currency)
  } catch (error) {
    throw asMedusaError(error)
  }
}

/** A workflow hands on what was thrown in it without its class. */
const ofType = z.object({ type: z.string() })

/** An admin reads a sentence, never "unknown error". */
const asSentence = (error: unknown): never => {
  if (error instanceof MedusaError) throw error
  const isConflict = ofType.safeParse(error).data?.type === MedusaError.Types.CONFLICT
  const { CONFLICT, NOT_ALLOWED } = MedusaError.Types
  throw new MedusaError(isConflict ? CONFLICT : NOT_ALLOWED, errorMessage(error))
}
