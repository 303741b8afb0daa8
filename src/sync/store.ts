import type { Delivery } from "../core/delivery"
import type { ExternalId } from "../core/external-id"
import type { Ledger } from "../core/ledger"
import type { Amount, Money } from "../core/money"
import type { MovementRow, TransactionsOf } from "../core/movement-row"
import type { Purpose } from "../core/purpose"
import type { SessionId } from "../core/session-id"
import type { NotedKind } from "../core/trouble"
import type { GatewayLedger } from "../provider/payment-gateway"
import type { PaymentTerms } from "../provider/session-data"
import type { SyncedProvider } from "../provider/synced-provider"
import type { RozetkaPayEvent, RozetkaPayEventData } from "./emit-event"
import type { HowPaidNotes } from "./how-paid-note"
import type { ReturningPayment } from "./returning"
import type { NotedTrouble } from "./troubles"
import type { UnexplainedPayment } from "./unexplained"

/**
 * All that syncing wants of a store, and the only way in which `sync/` reaches one. In a store it is
 * Medusa (`medusa-store/`); in a test it may be a model of Medusa in memory, with a clock and a scheduler
 * of the test's.
 *
 * Any method may throw what its database or its locking throws; nothing is known then, and the sync is run
 * again. Whatever is read is as it is at that moment. Whatever is written may be written again: the
 * same call twice leaves what one leaves. But not so an event, and a movement of money (`capturePayment`,
 * `refundPayment`, `cancelPayment`), which is asked for only when the ledgers lack it, read under the
 * purchase's lock.
 */
export interface Store {
  /** Milliseconds since 1970. */
  now(): number
  /** Where an operator reads. Never throws. */
  readonly log: StoreLog
  /** Tells the store's own subscribers. At least once: what was told may be told again after a crash. */
  emit(name: RozetkaPayEvent, data: RozetkaPayEventData): Promise<void>
  /**
   * Runs a job while it holds the lock of this name, in all processes that share the store's locking, for
   * as long as the job takes; a process that died gives way. A cart's id names the lock that the store
   * itself holds while it completes that cart. Not to be nested in itself.
   *
   * @throws when another holds it for longer than half a minute: the job was not begun.
   */
  alone<Result>(key: string, job: () => Promise<Result>): Promise<Result>
  /** @param given its id, in full or as options name it. Null: there is no enabled provider of ours by it. */
  findProvider(given: string): Promise<FoundProvider | null>

  /** What the store has of a try; of one that it does not know, nothing in each field. */
  readTry(of: TryKey): Promise<TryRows>
  /** What the store noted of a try that it left behind, in its purchase. Null: there is no such purchase. */
  readLeftTry(collectionId: string, externalId: ExternalId): Promise<LeftTry | null>
  /**
   * A purchase with what it is for. `collectionId` null: it is not known, or gone, and only these tries'
   * own rows are read.
   */
  readPurchase(collectionId: string | null, externalIds: ExternalId[]): Promise<PurchaseRows>
  /** What of an order nobody has paid or holds yet; negative when it costs less by now. Null: no such order. */
  outstanding(orderId: string): Promise<Amount | null>
  /** Whether a Payment was written for a try. */
  hasPayment(externalId: ExternalId): Promise<boolean>
  /** A Payment that this plugin opened; null: there is none by this id, or it is somebody else's. */
  readPayment(paymentId: string): Promise<OwnPayment | null>
  /** Of a Payment's refunds, those that RozetkaPay had accepted, in the order of the rows. @throws when there is no such Payment */
  sentRefunds(paymentId: string): Promise<SentRefund[]>
  /** The purchase that a try's own rows name; null: it has none. */
  collectionOf(externalId: ExternalId): Promise<string | null>
  /** Whether a purchase is a cart's; a payment link's and a flow's of the store's own is not. */
  isOfCart(collectionId: string): Promise<boolean>
  /** The order that a purchase pays for; null: none yet. */
  orderOf(collectionId: string): Promise<string | null>

  /** Before a cart is completed: the store completes it with the first of its open sessions, so this one must be the only one. */
  leaveOnlyOpen(of: TryKey, collectionId: string): Promise<void>
  /** Writes what starting a payment would have left in its session, had the process not ended. */
  finishStart(terms: PaymentTerms, paymentId: string | null): Promise<void>
  /** Adds to what a sync remembers of a try (session-notes.ts). A session that is gone takes no note. */
  noteOnSession(of: TryKey, note: Record<string, unknown>): Promise<void>
  /** Adds to what a Payment's row says of how it was paid (how-paid-note.ts). */
  noteHowPaid(paymentId: string, note: HowPaidNotes): Promise<void>

  /**
   * Writes into a cart what its buyer told the gateway and not the store. Nothing that costs anything is
   * touched; a cart that is an order by now is left as it is.
   */
  fillCart(cartId: string, filling: Filling): Promise<void>
  /** Takes out of a cart what was written of another try's delivery, and of how that one was to be paid. */
  unfillCart(cartId: string): Promise<void>
  /**
   * The order, by the store's own workflow, which asks the provider for this reading. An order that is
   * there already is success. When it fails the store undoes all of it, the money included.
   */
  completeCart(cartId: string, read: Reading): Promise<CompletedCart>
  /** The Payment of a session, without a cart. One that is there already is success. @throws when it is unpaid */
  authorizeSession(read: Reading): Promise<AuthorizedPayment | null>
  /** Writes a capture, which the provider sends unless it only records; without an amount, all that was authorized. @throws when it was not made */
  capturePayment(capture: Capture): Promise<void>
  /** Writes a refund likewise, and lowers its order's total. @throws when it was not made */
  refundPayment(of: RefundOf, amount: Amount, by: WrittenBy): Promise<void>
  /** Has the provider cancel what is held, and writes that. @throws when it was not made */
  cancelPayment(paymentId: string): Promise<void>
  /** Writes a cancellation that the gateway shows already: nothing is sent. @throws when it shows a hold after all */
  recordCancel(paymentId: string, externalId: ExternalId): Promise<void>

  /** Oldest first; no more than staff would read. */
  listUnexplained(): Promise<UnexplainedPayment[]>
  /** Null: nothing is noted of it. */
  findUnexplained(externalId: ExternalId): Promise<UnexplainedPayment | null>
  /**
   * @param isFirst nothing was noted of it when it was looked for
   * @returns false: it was to be the first, and another has noted it in the same instant, and tells of it.
   */
  noteUnexplained(entry: UnexplainedPayment, isFirst: boolean): Promise<boolean>
  /** @returns what was noted of it; one that is not noted is success, too. */
  forgetUnexplained(externalId: ExternalId): Promise<UnexplainedPayment | null>

  /** Null: the store has not begun to return it, or has told of it. */
  findReturning(externalId: ExternalId): Promise<ReturningPayment | null>
  noteReturning(entry: ReturningPayment): Promise<void>
  /** One that is not noted is success, too. */
  forgetReturning(externalId: ExternalId): Promise<void>

  /** What staff must look at of a payment; of most payments nothing. */
  troublesOf(externalId: ExternalId): Promise<NotedTrouble[]>
  /** As `noteUnexplained`. */
  noteTrouble(entry: NotedTrouble, isFirst: boolean): Promise<boolean>
  /** It is over. One that is not noted is success, too. */
  forgetTrouble(externalId: ExternalId, kind: NotedKind): Promise<void>

  /**
   * Waits for captures and refunds that are just being written, and takes back those that a crash has cut
   * off.
   *
   * @returns whether anything was open: the ledgers are then to be read again.
   * @throws when it takes too long.
   */
  finishMovements(of: TransactionsOf, rows: MovementRow[]): Promise<boolean>
  /** Whether an order shows what a payment's captures and refunds add up to. */
  isRightOrder(of: TransactionsOf): Promise<boolean>
  /** Has it do so. */
  repairOrder(of: TransactionsOf): Promise<void>
  /** Takes back refunds that failed after they were made, with all that the store made of them; the rows last. */
  takeBackRefunds(
    of: RefundOf & { collection_id: string | null },
    refunds: SentRefund[],
  ): Promise<void>
}

export type StoreLog = Record<"info" | "warn" | "error", (line: string) => void>

/** `id`: in full. */
export type FoundProvider = { id: string; provider: SyncedProvider }

export type TryKey = Pick<PaymentTerms, "provider_id" | "external_id">

export type TryRows = {
  /** The session's, or its Payment's when the session is gone. */
  data: Record<string, unknown> | undefined
  collectionId: string | null
  /** All sessions of its purchase, its own among them. */
  sessions: { id: string; data: Record<string, unknown> | undefined; hasPayment: boolean }[]
}

/** Null: the purchase is there, and has no note of this try. */
export type LeftTry = { collectionId: string; left: PaymentTerms | null }

export type PurchaseRows = {
  purpose: Purpose
  /** Null: it is not known, or gone. */
  collection: { id: string; cost: Money; status: string } | null
  /** Those of the tries that were asked for. */
  sessions: SessionRow[]
  /** Sessions of the purchase that may yet pay for it, though nothing was authorized: pay on delivery, for one. */
  deferred: string[]
  /** All of the purchase, of whichever provider. */
  payments: PaymentRow[]
}

export type SessionRow = {
  id: string
  asked: Money
  data: Record<string, unknown> | undefined
  created_at: string | Date | undefined
  /** Where a sync's notes stand. */
  metadata: unknown
}

export type PaymentRow = {
  id: string
  /** The try that it is of; null: nobody says. */
  sessionId: SessionId | null
  /** As far as it pays for the purchase: what is to be collected by hand pays for a cart, and not for a link. */
  ledger: Ledger
  /** Of its refunds, what the gateway had accepted. */
  refundsSent: Amount
  /** Milliseconds since 1970. */
  writtenAt: number
  movements: MovementRow[]
  /** Where it is noted how it was paid. */
  metadata: unknown
}

export type OwnPayment = { collectionId: string; currency: string }

export type SentRefund = { id: string; amount: Amount; writtenAt: number }

/** Of which try, where its goods go, and whether they are paid only there. */
export type Filling = { of: TryKey; delivery: Delivery; paysOnDelivery: boolean }

/** A try, and the gateway's ledger of it as it was read just now. */
export type Reading = { externalId: ExternalId; ledger: GatewayLedger }

/** `error`: why there is no order. Neither that nor finished: another is completing the cart. */
export type CompletedCart = { error: unknown; isFinished: boolean }

/** `isCaptured`: it was captured at once, which its order does not know yet. */
export type AuthorizedPayment = { id: string; isCaptured: boolean }

export type Capture = { payment_id: string; amount?: Amount; captured_by?: string }

export type RefundOf = { payment_id: string; order_id: string | null; currency: string }

/** `created_by` names an admin, or the part of this plugin that writes the row. `metadata`: of the row. */
export type WrittenBy = {
  note?: string
  created_by: string
  metadata?: Record<string, unknown>
}
