import type { Situation } from "../situation"
import { someGatewayLedger, uah } from "./random-ledgers"

/** A session of 100.00 UAH that a cart waits for, of this store; nobody has paid. */
export const situation = (fields: Partial<Situation> = {}): Situation => ({
  session: { amount: uah("100"), currency: "UAH" },
  cost: null,
  outstanding: null,
  store: null,
  gateway: someGatewayLedger(),
  refundsSent: null,
  forCart: true,
  orderPlaced: false,
  orderCanceled: false,
  paidOtherwise: false,
  othersPay: false,
  comesSecond: false,
  orderLacksPayment: false,
  orderFailed: false,
  ours: true,
  isShown: true,
  proven: true,
  foreign: false,
  returning: false,
  deferred: false,
  oneStep: false,
  reportedDeclines: [],
  ...fields,
})
