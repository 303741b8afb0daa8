import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "zod"
import type { ExternalId } from "../core/external-id"
import { hasFailed } from "../core/operation"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import { RozetkaPayError } from "../rozetkapay/errors"
import type { GatewayProvider } from "./gateway-provider"
import { inTime } from "./in-time"
import { noteCallback } from "./last-callback"
import { isLookAgain } from "./look-again"
import type { WebhookEvent } from "./payment-gateway"
import { SYNC_PAYMENT } from "./workflow-ids"

const synced = z.object({ is: z.string() }).nullish()

/** How a genuine callback was received. A closed list: each has one HTTP status. */
export type CallbackReceipt =
  /** Handled, or there was nothing to do. RozetkaPay stops sending it. */
  | { is: "synced"; outcome: string }
  /** Signed, but nothing that can be read. */
  | { is: "unreadable"; message: string }
  /** Could not be finished now: it must be sent again. */
  | { is: "unfinished"; message: string }

export const PLEASE_CALL_AGAIN: Extract<CallbackReceipt, { is: "unfinished" }> = {
  is: "unfinished",
  message: "The payment could not be synced now. Please call again.",
}

/** The outcome of a payment of which a look has shown that there is nothing to do; null: it is to be synced. */
export type KnownAtRest = (externalId: ExternalId, event: WebhookEvent) => Promise<string | null>

/**
 * Syncs the payment that a callback is about. The signature must have been
 * checked over `rawBody` before, with the secret of the provider `providerId`.
 */
export const receiveWebhook = async (
  container: MedusaContainer,
  providerId: string,
  provider: Pick<GatewayProvider, "readCallback">,
  rawBody: Buffer,
  atRest: KnownAtRest = async () => null,
): Promise<CallbackReceipt> => {
  const receipt = await syncByCallback(container, providerId, provider, rawBody, atRest)
  if (isOfThisStore(receipt)) await noteThatItCame(container, providerId)
  return receipt
}

/** What can't be read, or is about nothing of this store's, leaves no trace here. */
const isOfThisStore = (receipt: CallbackReceipt): boolean =>
  receipt.is === "synced" && !["saved_card", "not_ours"].includes(receipt.outcome)

/** Milliseconds: RozetkaPay must not be kept waiting for a note. */
const NOTED_WITHIN = 2_000

/** For staff alone: no rule hangs on it, so it may fail. */
const noteThatItCame = async (container: MedusaContainer, providerId: string): Promise<void> => {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const noted = noteCallback(container, providerId).catch((error: unknown) =>
    logger.debug(
      `rozetkapay: it could not be noted that a callback came provider_id=${providerId}: ${oneLine(errorMessage(error))}`,
    ),
  )
  await inTime(noted, NOTED_WITHIN, () => undefined)
}

const syncByCallback = async (
  container: MedusaContainer,
  providerId: string,
  provider: Pick<GatewayProvider, "readCallback">,
  rawBody: Buffer,
  atRest: KnownAtRest,
): Promise<CallbackReceipt> => {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const event = provider.readCallback(rawBody)
    // Nothing of a saved card is kept here: whoever asks for cards reads them from RozetkaPay.
    if (!event) return { is: "synced", outcome: "saved_card" }
    const { externalId, operations } = event
    if (!externalId) return { is: "synced", outcome: "not_ours" }

    const known = await atRest(externalId, event)
    if (known !== null) return { is: "synced", outcome: known }

    // By its id: the payment provider calls this too, and must not import the workflow that calls it.
    const engine = container.resolve(Modules.WORKFLOW_ENGINE)
    const { result, errors } = await engine.run(SYNC_PAYMENT, {
      input: { provider_id: providerId, external_id: externalId, events: [event] },
      throwOnError: false,
    })
    const error: unknown = errors?.[0]?.error
    const outcome = synced.parse(result)?.is ?? "not_ours"
    // The log has said why, and for how long it is tried again.
    if (!error && outcome === "order_delayed") return PLEASE_CALL_AGAIN
    if (!error && isPromiseInVain(event, outcome)) {
      logger.warn(
        `rozetkapay: a buyer agreed to pay on delivery and no order comes of it: tell them, or cancel it in RozetkaPay's cabinet provider_id=${providerId} session_id=${oneLine(externalId)} outcome=${outcome}`,
      )
    }
    if (!error) return { is: "synced", outcome }

    const message = errorMessage(error)
    // Of two pages that are paid at one moment one loses so: RozetkaPay's next call finds all in order.
    const say = isLookAgain(error) ? logger.info : logger.error
    say.call(
      logger,
      `rozetkapay: a callback could not be synced and is asked for again provider_id=${providerId} session_id=${oneLine(externalId)} operation=${operations[0]?.kind ?? "-"}: ${oneLine(message)}`,
    )
    return PLEASE_CALL_AGAIN
  } catch (error) {
    if (!(error instanceof RozetkaPayError)) {
      // The workflow engine itself has no database, as it happens.
      logger.error(
        `rozetkapay: a callback could not be looked at and is asked for again provider_id=${providerId}: ${oneLine(errorMessage(error))}`,
      )
      return PLEASE_CALL_AGAIN
    }
    logger.warn(
      `rozetkapay: a signed callback could not be read provider_id=${providerId}: ${error.message}`,
    )
    return { is: "unreadable", message: error.message }
  }
}

/**
 * Whether somebody who pays when the parcel comes waits for it, and nobody sends it: the try is unknown by
 * now, or its cart has changed. No money tells of it, so nothing else does.
 */
export const isPromiseInVain = (
  { operations }: Pick<WebhookEvent, "operations">,
  outcome: string,
): boolean =>
  operations.some((one) => one.says === "on_delivery" && !hasFailed(one)) &&
  ["not_ours", "declined", "unpaid"].includes(outcome)
