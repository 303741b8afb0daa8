import { type Amount, exceeds, isPositive, type Money, missing, zero } from "./money"

/** A payment collection of an order, as far as it says what may still be paid by it. */
export type AskedOfOrder = {
  /** What each try of it asks for: Medusa always asks for all of it at once. */
  asked: Money
  /** Medusa's word for it. An edit of the order cancels the collection of a hold, and makes another. */
  status: string
  /** What is held or kept of its Payments. */
  standing: Amount
  /** What nobody has paid or holds for its order yet; negative when it was edited to cost less. */
  orderLacks: Amount
  orderCanceled: boolean
}

/** Why nothing may be paid by it. A closed list. */
export type NotPayable =
  | { is: "order_canceled" }
  | { is: "paid" }
  /** Medusa has put another collection in its place. */
  | { is: "closed" }
  /** It would have to go back: the order lacks less by now, a deposit was paid for one. */
  | { is: "too_much"; asked: Money; lacks: Amount }

/** Null: what it asks for is what its order lacks, or a part of it. Pure. */
export const whyNotPayable = (of: AskedOfOrder): NotPayable | null => {
  if (of.orderCanceled) return { is: "order_canceled" }
  if (!isPositive(of.orderLacks)) return { is: "paid" }
  if (of.status === "canceled") return { is: "closed" }
  if (of.status === "completed" || isPositive(of.standing)) return { is: "paid" }
  return exceeds(of.asked.amount, of.orderLacks)
    ? { is: "too_much", asked: of.asked, lacks: of.orderLacks }
    : null
}

/**
 * What a payment collection of an order may still take, whatever its order lacks. A cart's is not over by
 * being completed: a payment that was undone, since its order had failed, has completed it, and another
 * may have placed the order.
 */
export const lackOfCollection = (
  { asked, status, standing }: Pick<AskedOfOrder, "asked" | "status" | "standing">,
  isForCart: boolean,
): Amount => {
  const isOver = status === "canceled" || (status === "completed" && !isForCart)
  return isOver ? zero(asked.currency) : missing(asked.amount, standing)
}
