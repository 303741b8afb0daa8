import {
  addCard,
  listBanks,
  listCards,
  listWays,
  readConsent,
  removeCard,
  setDefaultCard,
  startExpress,
  startPayment,
  withdrawConsent,
} from "@lib/data/rozetkapay"
import type { PaymentActions } from "medusa-payment-rozetkapay/storefront"

/** What the components ask of the shop: each is a server action. */
export const actions: PaymentActions = {
  listWays,
  startPayment,
  listBanks,
  startExpress,
  listCards,
  addCard,
  removeCard,
  setDefaultCard,
  readConsent,
  withdrawConsent,
}
