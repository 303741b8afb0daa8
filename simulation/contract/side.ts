import type { Amount } from "../../src/core/money"

export const HOOKS = [
  "authorizePayment",
  "capturePayment",
  "refundPayment",
  "cancelPayment",
  "deletePayment",
] as const

export type Hook = (typeof HOOKS)[number]

/** What anybody who asks the store at this moment gets to know of one purchase. */
export type Seen = {
  /** Statuses of its sessions, the oldest first. */
  sessions: string[]
  payments: {
    amount: Amount
    captures: Amount[]
    refunds: Amount[]
    isCaptured: boolean
    isCanceled: boolean
  }[]
  order: {
    isCanceled: boolean
    /** It is linked with what it is paid by. */
    isLinked: boolean
    /** What the order says of money that came and went. */
    transactions: Amount[]
    /** What nobody has paid or holds of it. */
    outstanding: Amount
  } | null
}

/**
 * A store as far as one purchase goes: Medusa itself, or the simulation's model of it. Each of these
 * fails as Medusa does.
 */
export type Side = {
  /** The shopper opens a way to pay, which deletes what was open. */
  open: () => Promise<void>
  /** As two at the same instant do: nothing is deleted. */
  openBeside: () => Promise<void>
  /** It costs something else from now on. */
  changeCart: () => Promise<void>
  completeCart: () => Promise<void>
  /** The oldest session's Payment is written without completing the cart. */
  authorize: () => Promise<void>
  /** Of the oldest Payment, as the others; null: no amount is said. */
  capture: (amount: Amount | null) => Promise<void>
  refund: (amount: Amount) => Promise<void>
  cancelPayment: () => Promise<void>
  cancelOrder: () => Promise<void>
  /** What comes after the Payment in the next order fails. */
  failAfterPayment: () => void
  look: () => Promise<Seen>
}

const moneyOf = ({ amount, captures, refunds, isCaptured, isCanceled }: Seen["payments"][number]) =>
  [
    `Payment of ${amount}${isCaptured ? ", captured" : ""}${isCanceled ? ", canceled" : ""}`,
    ...captures.map((one) => `+${one}`),
    ...refunds.map((one) => `-${one}`),
  ].join(" ")

const orderOf = ({ isCanceled, isLinked, ...of }: NonNullable<Seen["order"]>) =>
  `order${isLinked ? "" : ", unlinked"}${isCanceled ? ", canceled" : ""} [${of.transactions.join(" ")}] lacks ${of.outstanding}`

/** In one line. */
export const told = ({ sessions, payments, order }: Seen): string =>
  [
    `sessions: ${sessions.join(", ") || "none"}`,
    ...payments.map(moneyOf),
    order ? orderOf(order) : "no order",
  ].join("; ")
