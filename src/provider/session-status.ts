import { PaymentSessionStatus } from "@medusajs/framework/utils"
import { held, kept } from "../core/ledger"
import { isPositive } from "../core/money"
import type { GatewayLedger } from "./payment-gateway"

/** What Medusa calls the gateway's ledger. Unknown and unfinished are "pending". */
export const statusOf = (ledger: GatewayLedger): PaymentSessionStatus => {
  if (isPositive(held(ledger))) return PaymentSessionStatus.AUTHORIZED
  if (isPositive(kept(ledger))) return PaymentSessionStatus.CAPTURED
  if (isPositive(ledger.authorized)) return PaymentSessionStatus.CANCELED
  return PaymentSessionStatus.PENDING
}
