import type { Movement } from "../../../core/due"
import type { ExternalId } from "../../../core/external-id"
import type { PaymentToStart } from "../../payment-gateway"

/** A webhook as it reached the store. */
export type RawWebhook = { rawBody: Buffer; headers: Record<string, unknown> }

/**
 * The other side of an adapter while its contract is tested: RozetkaPay's sandbox, or whatever stands for
 * the gateway. It does what shoppers, banks and networks do.
 */
export type Harness = {
  open(): Promise<void>
  close(): Promise<void>
  /** Forgets every payment and every fault. */
  reset(): Promise<void>
  /** The provider's options, as a merchant would write them. Asked for once it is open. */
  options(): Record<string, unknown>
  /** What only this adapter's payments have, such as their sellers' parts. */
  more(externalId: ExternalId, amount: string): Partial<PaymentToStart>
  /** The shopper pays on the page, all that is asked. */
  pay(externalId: string): Promise<void>
  /** The shopper tries on the page, and the bank refuses. */
  decline(externalId: string): Promise<void>
  /** The next such request is lost on its way, or is carried out and its answer is lost. */
  lose(what: "request" | "answer", of: "start" | Movement): Promise<void>
  /** All that the gateway has told the store so far, in no certain order. */
  webhooks(externalId: string): Promise<RawWebhook[]>
  /** The same webhook in other words, signed by whoever has the secret; the store's own when left out. */
  retold(webhook: RawWebhook, change: (body: string) => string, secret?: string): RawWebhook
  /** A webhook's body that calls how it ended by a word that nobody knows. */
  withUnknownStatus(body: string): string
  /** A webhook's body that does not say how much. */
  withoutAmount(body: string): string
  /** How often the store has asked for a webhook once more. */
  timesAskedAgain(): Promise<number>
}
