import type { Logger } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"
import { type ExternalId, externalId } from "../../core/external-id"
import { currencyCode } from "../../core/money"
import type { ChargesLater, Consent, ConsentStatus } from "../../provider/capabilities"
import type { SessionData } from "../../provider/session-data"
import type { PaymentOperation } from "../../rozetkapay/client"
import {
  CONSENT_KEY,
  type ConsentHolder,
  type ConsentRecord,
  consentHolderId,
  isGiven,
  isNewer,
  readConsentHolder,
} from "./consent-record"
import { type FoundRecurrent, recurrentIn } from "./found-recurrent"
import { RecentRecurrents } from "./recent-recurrents"
import { Seal } from "./seal"

/** The payment module's own row services, as far as consents need them. */
export type ConsentRows = {
  paymentSessionService: {
    list(filters: Record<string, unknown>): Promise<unknown[]>
    update(row: { id: string } & Record<string, unknown>): Promise<unknown>
  }
  accountHolderService: {
    list(filters: Record<string, unknown>): Promise<unknown[]>
    create(row: Record<string, unknown>): Promise<unknown>
    update(row: { id: string } & Record<string, unknown>): Promise<unknown>
  }
}

type CustomersConsents = ChargesLater["consents"]

type RememberedPayment = Pick<
  SessionData,
  "remember" | "external_id" | "provider_id" | "currency_code"
>

/** Runs a job alone among all that name the same key, in all instances of the store. */
type Alone = (key: string, job: () => Promise<void>) => Promise<void>

const copies = z.array(z.object({ id: z.string(), context: z.unknown() }))

/** Whether a payment collection is this customer's own purchase. */
type IsOwn = (collectionId: string, customerId: string) => Promise<boolean>

const ofCustomer = z.object({
  created_at: z.coerce.date(),
  payment_collection_id: z.string(),
  context: z.object({ customer: z.object({ id: z.string() }) }),
})

/**
 * Customers' consents to be charged without them. The recurrent id comes with the answers
 * and callbacks of a payment, waits in memory until that payment has a Payment in Medusa,
 * and is kept sealed, out of the Store API's reach: nowhere is it plain.
 */
export class Consents implements CustomersConsents {
  private readonly seen = new RecentRecurrents()
  private readonly seals = new Map<string, Seal>()

  /** @param secrets what the sealing keys are made of: of the first, and once of the others */
  constructor(
    private readonly rows: ConsentRows,
    private readonly secrets: readonly [string, ...string[]],
    private readonly logger: Pick<Logger, "warn">,
    private readonly alone: Alone,
    private readonly isOwn: IsOwn,
  ) {}

  see(externalId: ExternalId, found: FoundRecurrent | null): void {
    if (found) this.seen.see(externalId, found)
  }

  /** A callback whose signature was right, before it travels on without the id. */
  seeCallback({ externalId: named, details, paymentMethod }: PaymentOperation): void {
    if (named) this.see(externalId(named), recurrentIn(details, paymentMethod?.mask ?? null))
  }

  /**
   * Keeps what a paid session has allowed; once, however often it is called.
   *
   * @param look reads RozetkaPay's ledger, which shows the id to `see`
   */
  async keep(
    { remember, external_id, provider_id, currency_code }: RememberedPayment,
    look: () => Promise<unknown>,
  ): Promise<void> {
    if (!remember) return
    const [row] = await this.rows.paymentSessionService.list({ id: external_id })
    const session = ofCustomer.safeParse(row).data
    if (!session) return
    const customerId = session.context.customer.id
    const before = await this.holder(provider_id, customerId)
    if (!before.customers || !isNewer(session.created_at, before.record)) return
    // Another customer may have taken the cart over, and paid, since this one asked.
    if (!(await this.isOwn(session.payment_collection_id, customerId))) return

    if (!this.seen.of(external_id)) await look()
    const found = this.seen.of(external_id)
    if (!found) {
      this.logger.warn(
        `rozetkapay: the customer agreed to later payments, but RozetkaPay gave no recurrent id; ask its support whether recurrent payments are on provider_id=${provider_id} session_id=${external_id}`,
      )
      return
    }
    const currency = currencyCode(currency_code)
    const consent: ConsentRecord = {
      sealed: await this.seal(provider_id).close(found.recurrentId, { customerId, currency }),
      given_at: session.created_at.toISOString(),
      mask: found.mask,
      currency,
    }
    await this.change(provider_id, customerId, (record) =>
      isNewer(session.created_at, record) ? consent : null,
    )
    this.seen.forget(external_id)
  }

  /** Null: none was given, it was withdrawn, or it was sealed with another secret. */
  async of(providerId: string, customerId: string): Promise<Consent | null> {
    const { record, customers } = await this.holder(providerId, customerId)
    if (!isGiven(record)) return null
    const { currency } = record
    const owner = { customerId, currency }
    const opened = await this.seal(providerId).open(record.sealed, owner)
    if (opened === null) {
      this.logger.warn(
        `rozetkapay: a customer's consent can't be read: it was sealed with another password (see the option consentSecret) provider_id=${providerId} customer_id=${customerId}`,
      )
      return null
    }
    const { secret: recurrentId, isOld } = opened
    if (isOld || customers?.isWritten) {
      const sealed = await this.seal(providerId).close(recurrentId, owner)
      await this.change(providerId, customerId, (now) =>
        isGiven(now) && now.sealed === record.sealed ? { ...now, sealed } : now,
      )
    }
    return { recurrentId, currency }
  }

  async status(providerId: string, customerId: string): Promise<ConsentStatus> {
    const { record } = await this.holder(providerId, customerId)
    if (!isGiven(record)) return { given: false, mask: null, given_at: null, currency_code: null }
    const { mask, given_at, currency } = record
    return { given: true, mask, given_at, currency_code: currency.toLowerCase() }
  }

  /** From now on nothing is charged, also not by what was agreed to before and is paid later. */
  withdraw(providerId: string, customerId: string): Promise<void> {
    return this.change(providerId, customerId, () => ({ withdrawn_at: new Date().toISOString() }))
  }

  /** Looks and writes alone, so that a withdrawal is never undone by a payment of the same moment. */
  private change(
    providerId: string,
    customerId: string,
    decide: (record: ConsentRecord | null) => ConsentRecord | null,
  ): Promise<void> {
    return this.alone(`rozetkapay-consent:${providerId}:${customerId}`, async () => {
      const { record: before, own, customers } = await this.holder(providerId, customerId)
      const record = customers && decide(before)
      if (!record) return
      const { accountHolderService: holders } = this.rows
      const metadata = { [CONSENT_KEY]: record }
      const external_id = consentHolderId(customerId)
      if (own) await holders.update({ id: own, metadata })
      else await holders.create({ provider_id: providerId, external_id, data: {}, metadata })
      if (!customers.isWritten) return
      // Medusa removes a key of metadata that is emptied.
      await holders.update({ id: customers.id, metadata: { [CONSENT_KEY]: "" } })
      await this.removeCopies(providerId, customerId)
    })
  }

  /** Medusa has copied the customer's account holder, as it was then, into their sessions. It merges what is written: null takes the place. */
  private async removeCopies(provider_id: string, customerId: string): Promise<void> {
    const { paymentSessionService: sessions } = this.rows
    const rows = await sessions.list({ provider_id, context: { customer: { id: customerId } } })
    for (const { id, context } of copies.parse(rows)) {
      const clean: unknown = JSON.parse(JSON.stringify(context), (key, value: unknown) =>
        key === CONSENT_KEY ? null : value,
      )
      // One that Medusa has deleted since keeps nothing.
      await sessions.update({ id, context: clean }).catch((error: unknown) => {
        if (!isGone(error)) throw error
      })
    }
  }

  /** Read anew each time: the copies in sessions and requests may be older than a withdrawal. */
  private async holder(provider_id: string, customerId: string): Promise<ConsentHolder> {
    const external_id = [consentHolderId(customerId), customerId]
    const rows = await this.rows.accountHolderService.list({ provider_id, external_id })
    return readConsentHolder(rows, customerId)
  }

  private seal(providerId: string): Seal {
    const seal = this.seals.get(providerId) ?? new Seal(this.secrets, providerId)
    this.seals.set(providerId, seal)
    return seal
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND
