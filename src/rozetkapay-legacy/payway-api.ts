import { type LegacyPayment, payment, secretsOfOrder } from "./orders/order"
import {
  type MobilePayment,
  mobilePayment,
  type PartsPayment,
  partsPayment,
  przelewy24Payment,
} from "./orders/payment-requests"
import type { LegacyTransaction } from "./transactions/transaction"
import type { LegacyAccess } from "./transport/access"

/**
 * Direct payments by other means than a card's data. Each may charge at once, so none is repeated
 * after an unknown outcome; where the shopper has to go first, `userActionUrl` leads there.
 *
 * @see https://deprecated-api.rozetkapay.com
 */
export class PaywayApi {
  constructor(private readonly access: LegacyAccess) {}

  /** "Direct payments using Privat24". */
  async payByPrivat24(request: LegacyPayment): Promise<LegacyTransaction> {
    return this.access.order({
      ...charge(request),
      operation: "Privat24 payment",
      schema: payment,
      special: { payway: "privat24" },
    })
  }

  /** "Direct payments using Privat Payment by Parts". */
  async payByPrivatParts(request: PartsPayment): Promise<LegacyTransaction> {
    return this.access.order({
      ...charge(request),
      operation: "Privat payment by parts",
      schema: partsPayment,
      special: { payway: "privat_payparts" },
    })
  }

  /** "Credit payments via EvoCredit". `properties` tell of the delivery and the recipient. */
  async payByEvoCredit(request: LegacyPayment): Promise<LegacyTransaction> {
    return this.access.order({
      ...charge(request),
      operation: "EvoCredit payment",
      schema: payment,
      special: { payway: "credit_pay" },
    })
  }

  /** "Payments via Przelewy24". */
  async payByPrzelewy24(request: LegacyPayment): Promise<LegacyTransaction> {
    return this.access.order({
      ...charge(request),
      operation: "Przelewy24 payment",
      schema: przelewy24Payment,
      special: { payway: "przelewy24" },
    })
  }

  /** "Google Pay", section "Charging". */
  async payByGooglePay(request: MobilePayment): Promise<LegacyTransaction> {
    return this.payByMobile("Google Pay payment", "gpay", request)
  }

  /** "Apple Pay", section "Charging". */
  async payByApplePay(request: MobilePayment): Promise<LegacyTransaction> {
    return this.payByMobile("Apple Pay payment", "applepay", request)
  }

  private payByMobile(operation: string, payway: "gpay" | "applepay", request: MobilePayment) {
    return this.access.order({
      ...charge(request),
      operation,
      schema: mobilePayment(payway),
      special: { payway },
      secrets: [request.token, ...secretsOfOrder(request)],
    })
  }
}

const charge = <Request extends LegacyPayment>(request: Request) => ({
  request,
  effect: "charges" as const,
  secrets: secretsOfOrder(request),
})
