import type { SellerLedger } from "../../core/seller-ledger"
import { SplitError } from "../../core/split-error"
import { splitSentence } from "../../messages/splitting"
import type { SplitsPayments } from "../../provider/capabilities"
import { asShoppersError } from "../../provider/payment-errors"
import type { OrderToStart, PaymentReference } from "../../provider/payment-gateway"
import { logUnpayable } from "../../provider/payment-log"
import { providerOf } from "../../provider/provider-of"
import type { Lines } from "../../provider/start/product-lines"
import type { PurchaseLine } from "../../provider/start/purchase"
import type { PaymentToSplit } from "../../provider/start/start-session"
import { batchAdapter } from "./descriptor"
import { sellerOfLine } from "./seller-of-line"
import { splitCart } from "./split-cart"

/**
 * Medusa's payment provider `rozetkapay-batch`, for marketplaces: the shopper pays once, and each
 * seller's part goes into the seller's own project at RozetkaPay.
 */
export class RozetkaPayBatchProviderService
  extends providerOf(batchAdapter)
  implements SplitsPayments
{
  splitOf(payment: PaymentToSplit): OrderToStart[] {
    try {
      return splitCart(payment, this.options)
    } catch (error) {
      const { purchase, language } = payment
      const cart = purchase?.cartId ?? payment.sessionId
      if (error instanceof SplitError) logUnpayable(this.logger, cart, splitSentence(error))
      throw asShoppersError(error, language)
    }
  }

  linesOfSeller({ items, shipping }: Lines, seller: string): PurchaseLine[] {
    const { defaultSeller, sellerOf } = this.options
    const own = items.filter((line) => (sellerOfLine(line, sellerOf) ?? defaultSeller) === seller)
    return seller === defaultSeller ? [...own, ...shipping] : own
  }

  async sellersOf(payment: PaymentReference): Promise<SellerLedger[]> {
    const ledgers = await this.gateway.ledgers.all(payment)
    return ledgers.map(({ seller, order, ledger }) => ({
      seller,
      name: (seller !== null && this.options.sellers[seller]?.name) || null,
      externalId: order.externalId,
      ledger,
      unclear: ledger.unclear,
    }))
  }
}
