import type { OperationDetails } from "./results"

/**
 * Recurrent ids beside the details that they came with, not in them. Details travel through
 * callbacks, workflow inputs (which an engine writes down) and logs; an id that charges a card again
 * must not travel with them. It is gone when the details are copied or written as JSON.
 */
const ids = new WeakMap<OperationDetails, string>()

export function keepRecurrentId(details: OperationDetails, recurrentId: string | null) {
  if (recurrentId !== null) {
    ids.set(details, recurrentId)
  }
  return details
}

/**
 * The id that charges the same card again (`createRecurrentPayment`), when the payment was made with
 * `initRecurrentPayment` and has succeeded. Ask with the very details of an answer or a callback;
 * null for a copy of them. As secret as a password.
 */
export function recurrentIdOf(details: OperationDetails | null | undefined): string | null {
  return details ? (ids.get(details) ?? null) : null
}
