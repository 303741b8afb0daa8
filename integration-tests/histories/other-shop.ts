import type { GatewayPayment } from "../drivers/gateway"
import type { OtherMetadata, OtherNames } from "./history"
import { shown } from "./paid-payment"
import type { OpenStore } from "./setup/open-store"

/** Nobody listens there, as far as this store's network goes. */
const ELSEWHERE = "http://127.0.0.1:9/hooks/rozetkapay/rozetkapay"

/** Another shop whose payments are on the same login. */
export class OtherShop {
  private readonly payments = new Map<string, string>()

  constructor(private readonly store: OpenStore) {}

  /** Somebody pays there. Another Medusa's ids look like this store's own, and so may its marks. */
  async isPaid(how: {
    names: OtherNames
    metadata: OtherMetadata
    held: boolean
    hasCallback: boolean
  }): Promise<string> {
    const number = this.payments.size + 1
    const external_id =
      how.names === "another Medusa's"
        ? `payses_01${String(number).padStart(24, "F")}`
        : `order-${number}`
    await this.store.gateway.paymentBySomebodyElse({
      external_id,
      amount: 499,
      currency: "UAH",
      state: how.held ? "held" : "captured",
      metadata: this.metadata(external_id, how.metadata),
      ...(how.hasCallback && { callback_url: ELSEWHERE }),
    })
    this.payments.set(external_id, shown(await this.store.gateway.payment(external_id)))
    return external_id
  }

  private metadata(
    external_id: string,
    metadata: OtherMetadata,
  ): Record<string, string> | undefined {
    switch (metadata) {
      case "none":
        return undefined
      case "its own":
        return { order: "17" }
      case "this plugin's":
        return {
          medusa_session: external_id,
          medusa_provider: "pp_rozetkapay_rozetkapay",
          medusa_capture: "true",
          medusa_currency: "UAH",
        }
    }
  }

  isTheirs = (name: string): boolean => this.payments.has(name)

  /** What this store has touched. */
  breaches(payments: GatewayPayment[]): string[] {
    return payments.flatMap((payment) => {
      const before = this.payments.get(payment.external_id)
      return before !== undefined && before !== shown(payment)
        ? [`${payment.external_id}: ${shown(payment)} is another shop's, it was ${before}`]
        : []
    })
  }
}
