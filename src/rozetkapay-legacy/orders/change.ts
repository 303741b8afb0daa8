import { z } from "zod"
import { amount, filledText, text } from "../../rozetkapay/wire/request-fields"
import { changedOrderId } from "./field-limits"

/** The secondary operations: on what an order has paid. */

export const changeShape = {
  /** At most 32 characters. */
  orderId: changedOrderId,
  /** Currency of the original order. */
  currency: filledText("order_currency"),
  /** Where this operation's webhooks go. */
  serverUrl: text,
}
const changeObject = z.object(changeShape)

export type LegacyChange = z.input<typeof changeObject>

/** The fields of a change, with what is special to it. */
export const changeFields = <Special extends object>(
  { orderId, currency, serverUrl }: z.output<typeof changeObject>,
  special: Special,
) => ({ order_id: orderId, order_currency: currency, ...special, server_url: serverUrl })

export const wholeChange = changeObject.transform((change) => changeFields(change, {}))

export const partialChangeShape = {
  ...changeShape,
  /** Absent: all of it. Never empty, which could be read as that. */
  amount: amount.optional(),
}
const partialChange = z.object(partialChangeShape)

export type LegacyPartialChange = z.input<typeof partialChange>

/** "Capture" and "Partial capture". */
export const captureChange = partialChange.transform(({ amount: charge_amount, ...change }) =>
  changeFields(change, { charge_amount }),
)

/** "Refund" and "Partial refund". */
export const refundChange = partialChange.transform(({ amount: refund_amount, ...change }) =>
  changeFields(change, { refund_amount }),
)
