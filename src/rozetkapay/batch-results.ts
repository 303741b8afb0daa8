import type { Action, OperationDetails, PaymentMethod } from "./results"

/** What became of one order in a batch operation. */
export type BatchOrderResult = {
  externalId: string | null
  unifiedExternalId: string | null
  description: string | null
  recipientIban: string | null
  payload: string | null
  /**
   * `method` is create, confirm, refund or cancel. The wire names no currency here: it is the batch's.
   * The id that charges the card again is not in here: see `recurrentIdOf`.
   */
  details: OperationDetails
}

/**
 * The answer to a batch's create, confirm and cancel, and the body of its callbacks. It has no
 * `is_success` and no status of the whole: what happened stands in `orders`, each for itself.
 */
export type BatchOperation = {
  id: string | null
  batchExternalId: string | null
  actionRequired: boolean
  action: Action | null
  /** What was written off in all, as far as the answer says. */
  amount: string | null
  currency: string | null
  payload: string | null
  orders: BatchOrderResult[]
  receiptUrl: string | null
  /** Empty when the answer has none. */
  metadata: Record<string, string>
  paymentMethod: PaymentMethod | null
}
