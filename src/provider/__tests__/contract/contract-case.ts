import { externalId } from "../../../core/external-id"
import { amountOf } from "../../../core/money"
import type { AdapterDescriptor } from "../../adapter"
import type {
  GatewayLedger,
  PaymentGateway,
  PaymentReference,
  PaymentToStart,
  WebhookEvent,
} from "../../payment-gateway"
import { RecentEvents } from "../../recent-events"
import { parseOptionsBy } from "../../store-options"
import type { Harness, RawWebhook } from "./harness"
import { silentLogger } from "./silent-logger"

export const AMOUNT = "1249.99"

let number = 0

/** One adapter against one gateway, as each of the contract's tests begins with it. */
export class ContractCase {
  private opened: PaymentGateway | null = null

  constructor(
    readonly adapter: AdapterDescriptor,
    readonly harness: Harness,
  ) {}

  /** A store's process that has just been started: it remembers nothing. */
  restart(): void {
    this.opened = this.adapter.createGateway(this.options, {
      logger: silentLogger,
      events: new RecentEvents(),
    })
  }

  get options() {
    return parseOptionsBy(this.adapter, this.harness.options())
  }

  get gateway(): PaymentGateway {
    if (!this.opened) throw new Error("The gateway was not started")
    return this.opened
  }

  newPayment(twoStep: boolean, amount = AMOUNT): PaymentToStart {
    number += 1
    // As long as Medusa's own.
    const name = `payses_01${String(number).padStart(24, "0")}`
    return {
      externalId: externalId(name),
      twoStep,
      currency: "UAH",
      amount: amountOf(amount, "UAH"),
      callbackUrl: "http://127.0.0.1:9/hooks",
      resultUrl: "https://shop.example/back",
      description: "Сорочка × 1",
      customer: { email: "olena@shop.example", firstName: "Олена", locale: "UK" },
      products: [],
      metadata: { medusa_session: name },
      instrument: null,
      remember: false,
      ...this.harness.more(externalId(name), amount),
    }
  }

  async paid(twoStep: boolean, amount?: string): Promise<PaymentToStart> {
    const payment = this.newPayment(twoStep, amount)
    await this.gateway.start(payment)
    await this.harness.pay(payment.externalId)
    return payment
  }

  ledger(payment: PaymentReference, events: WebhookEvent[] = []): Promise<GatewayLedger> {
    return this.gateway.ledger(payment, events)
  }

  /** Authorized, captured, canceled, refunded. */
  async sums(payment: PaymentReference, events: WebhookEvent[] = []): Promise<string[]> {
    const { authorized, captured, canceled, refunded } = await this.ledger(payment, events)
    return [authorized, captured, canceled, refunded]
  }

  isGenuine({ rawBody, headers }: RawWebhook): boolean {
    return this.adapter.webhook.isGenuine(rawBody, headers, this.options)
  }

  /** What webhooks tell of their payments. */
  read(webhooks: RawWebhook[]): WebhookEvent[] {
    return webhooks.flatMap(({ rawBody }) => this.adapter.webhook.read(rawBody, this.options) ?? [])
  }

  /** What was told of a payment that the gateway itself then knows nothing of: as when it lags behind. */
  async toldOfUnpaid(
    twoStep: boolean,
    change: (body: string) => string = (body) => body,
  ): Promise<{ payment: PaymentToStart; events: WebhookEvent[] }> {
    const payment = await this.paid(twoStep)
    const webhooks = await this.harness.webhooks(payment.externalId)
    await this.harness.reset()
    this.restart()
    await this.gateway.start(payment)
    const told = webhooks.map((webhook) => this.harness.retold(webhook, change))
    return { payment, events: this.read(told) }
  }
}
