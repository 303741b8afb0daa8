import type { PaymentState } from "../../../../admin-client/payments-table"
import { type Amount, exceeds, isPositive } from "../../../../core/money"

/** What the store's rows say of a Payment. `isWhole`: Medusa has marked it as captured whole. */
export type RowsOfPayment = {
  isWhole: boolean
  isCanceled: boolean
  captured: Amount
  refunded: Amount
}

/** The same in SQL, to filter by, is `HAS_STATE`. */
export const stateOf = ({
  isWhole,
  isCanceled,
  captured,
  refunded,
}: RowsOfPayment): PaymentState => {
  if (isPositive(refunded)) return exceeds(captured, refunded) ? "partly_refunded" : "refunded"
  if (isWhole) return "captured"
  if (isPositive(captured)) return "partly_captured"
  return isCanceled ? "canceled" : "held"
}

const CAPTURES = `exists (select 1 from capture c where c.payment_id = p.id and c.deleted_at is null)`
const REFUNDS = `exists (select 1 from refund r where r.payment_id = p.id and r.deleted_at is null)`
/** Few payments are refunded: from these to their captures, and not from every payment to both. */
const refundedBy = (compared: "<" | ">=") => `p.id in (
  select r.payment_id from refund r where r.deleted_at is null
  group by r.payment_id
  having sum(r.amount) ${compared} (
    select coalesce(sum(c.amount), 0) from capture c
    where c.payment_id = r.payment_id and c.deleted_at is null))`

/** By columns of `payment p`. The rows' marks come first: most payments are told by them alone. */
export const HAS_STATE: Record<Exclude<PaymentState, "waiting">, string> = {
  held: `p.captured_at is null and p.canceled_at is null and not ${CAPTURES} and not ${REFUNDS}`,
  captured: `p.captured_at is not null and not ${REFUNDS}`,
  partly_captured: `p.captured_at is null and ${CAPTURES} and not ${REFUNDS}`,
  refunded: refundedBy(">="),
  partly_refunded: refundedBy("<"),
  canceled: `p.canceled_at is not null and p.captured_at is null and not ${CAPTURES} and not ${REFUNDS}`,
}
