import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "zod"
import { type Amount, currencyDigits, isPositive } from "../../../../../core/money"
import { staffError } from "../../../../../errors"
import { storeIn } from "../../../../../medusa-store/store-in"
import { inHookContext, Seen } from "../../../../../provider/hook-context"
import { GOODS_KEY } from "../../../../../provider/send-movement"
import { purposeOf } from "../../../../../provider/start/purpose"
import { findOwnPayment } from "../../../../../workflows/steps/find-own-payment"
import { aloneWithPayment } from "./alone-with-payment"
import { exactAmount } from "./exact-amount"
import { ledgerAsSeen, requireCapturable } from "./ledger-as-seen"
import { requireSold } from "./refunded-goods"

/** What an admin, named by `by`, asks for in `body`, of Medusa's payment. */
export type MoveByStaff = (
  container: MedusaContainer,
  payment_id: string,
  body: unknown,
  by: string,
) => Promise<void>

const captureBody = z.object({
  amount: z.string(),
  seen: z.object({ captured: z.string() }),
})
const refundBody = z.object({
  amount: z.string(),
  seen: z.object({ refunded: z.string() }),
  note: z.unknown(),
  items: z
    .array(z.object({ item_id: z.string().min(1), quantity: z.number().positive() }))
    .max(500)
    .optional(),
})
const noteText = z.string().max(1000).optional()

/**
 * Captures through Medusa's own workflow, so that the order's totals are right. Judged alone with the purchase,
 * and by the hook once more beside RozetkaPay's ledger.
 *
 * @throws MedusaError NOT_FOUND, CONFLICT `moved_meanwhile`, or a sentence: nothing was captured
 */
export const captureByStaff: MoveByStaff = async (container, payment_id, body, captured_by) => {
  const { data, payment_collection_id } = await findOwnPayment(container, payment_id)
  const asked = captureBody.safeParse(body).data
  if (!asked) throw staffError("movement_unreadable", { sum: "captured" })
  const currency = data.currency_code
  const amount = amountToMove(asked.amount, currency)
  const seen = amountSeen(asked.seen.captured, currency, "captured")
  await aloneWithPayment(container, { data, payment_collection_id }, async () => {
    await requireCapturable(container, { payment_id, payment_collection_id }, seen)
    await inHookContext({ seen: new Seen(data.external_id, "capture", seen) }, () =>
      storeIn(container).capturePayment({ payment_id, amount, captured_by }),
    )
  })
}

/** As `captureByStaff`, of what was captured; the refund's metadata keep which goods it is for. */
export const refundByStaff: MoveByStaff = async (container, payment_id, body, created_by) => {
  const { data, payment_collection_id } = await findOwnPayment(container, payment_id)
  const asked = refundBody.safeParse(body).data
  if (!asked) throw staffError("movement_unreadable", { sum: "refunded" })
  const note = noteText.safeParse(asked.note)
  if (!note.success) throw staffError("note_too_long")
  const currency = data.currency_code
  const amount = amountToMove(asked.amount, currency)
  const seen = amountSeen(asked.seen.refunded, currency, "refunded")
  const goods = asked.items ?? []
  await aloneWithPayment(container, { data, payment_collection_id }, async () => {
    const ledger = await ledgerAsSeen(container, payment_id, { sum: "refunded", seen })
    const { order_id } = await purposeOf(container, payment_collection_id)
    await requireSold(container, { payment_id, payment_collection_id, order_id }, goods)
    await inHookContext({ seen: new Seen(data.external_id, "refund", seen) }, () =>
      storeIn(container).refundPayment(
        { payment_id, order_id, currency: ledger.currency },
        amount,
        {
          created_by,
          ...(note.data && { note: note.data }),
          ...(goods.length > 0 && { metadata: { [GOODS_KEY]: goods } }),
        },
      ),
    )
  })
}

const amountToMove = (text: string, currency: string): Amount => {
  const amount = exactAmount(text, currency)
  if (amount && isPositive(amount)) return amount
  throw staffError("amount_too_exact", { digits: String(currencyDigits(currency)) })
}

const amountSeen = (text: string, currency: string, sum: "captured" | "refunded"): Amount => {
  const amount = exactAmount(text, currency)
  if (amount) return amount
  throw staffError("movement_unreadable", { sum })
}
