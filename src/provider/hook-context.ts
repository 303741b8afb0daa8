import { AsyncLocalStorage } from "node:async_hooks"
import type { ExternalId } from "../core/external-id"
import type { Amount } from "../core/money"
import type { GatewayLedger } from "./payment-gateway"

/**
 * What a hook of Medusa's is not told, and whoever runs the workflow that calls it knows. It travels
 * along one chain of calls, in the process that runs them: nothing is remembered afterwards, and two
 * runs at one moment never see each other's. A hook that is called without it asks RozetkaPay itself.
 */
export type HookContext = {
  /** The gateway's ledger of one payment, read a moment ago: authorizing would ask the same again. */
  ledger?: { externalId: ExternalId; ledger: GatewayLedger; readAt: number }
  /** The payment whose cancel at the gateway is only being recorded: nothing is sent for it. */
  recordedCancel?: ExternalId
  /** The sellers whom the movement in hand is of: key -> amount. */
  shares?: Record<string, string>
  /** What had been moved so before the movement in hand: when it is another sum by now, nothing is sent. */
  seen?: Seen
}

/** Milliseconds. A reading that waited for longer, as behind a busy cart, is made anew. */
const FRESH_FOR = 5_000

const contexts = new AsyncLocalStorage<HookContext>()

/** Runs a job whose hooks know this, beside what they know already. */
export const inHookContext = <Result>(
  context: HookContext,
  job: () => Promise<Result>,
): Promise<Result> => contexts.run({ ...contexts.getStore(), ...context }, job)

export const hookContext = (): HookContext => contexts.getStore() ?? {}

/** Null: nobody has read it just now. */
export const ledgerInHand = (externalId: ExternalId): GatewayLedger | null => {
  const { ledger: read } = hookContext()
  const isFresh = read?.externalId === externalId && Date.now() - read.readAt <= FRESH_FOR
  return isFresh ? read.ledger : null
}

/** Has Medusa write down a cancellation that the gateway shows already; should it show a hold after all, nothing is sent. */
export const recordingCancel = <Result>(
  externalId: ExternalId,
  cancel: () => Promise<Result>,
): Promise<Result> => inHookContext({ recordedCancel: externalId }, cancel)

/**
 * What had been moved of a payment before one movement, as whoever asked for it saw. Good for that movement
 * alone: what a subscriber of the store's does because of it runs in the same chain of calls.
 */
export class Seen {
  private isAsked = false

  constructor(
    private readonly externalId: ExternalId,
    private readonly move: "capture" | "refund",
    private readonly sum: Amount | null,
  ) {}

  /** Null: nobody has said of this movement what they saw. */
  ask(externalId: ExternalId, move: "capture" | "refund"): Amount | null {
    if (this.isAsked || externalId !== this.externalId || move !== this.move) return null
    this.isAsked = true
    return this.sum
  }
}
