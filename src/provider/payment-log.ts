import type { Logger } from "@medusajs/framework/types"
import type { SessionId } from "../core/session-id"
import { errorMessage } from "../log/error-message"
import { oneLine } from "../log/one-line"
import type { Exchange } from "../rozetkapay/client"
import type { Decline } from "./payment-gateway"

/** One line per call to RozetkaPay: the operation, the session, the code and the time it took. */
export const logExchange = (logger: Logger, exchange: Exchange): void => {
  const { operation, externalId, outcome, httpStatus, code, durationMs, attempt } = exchange
  const line = `rozetkapay: ${operation} ${outcome} session_id=${externalId ?? "-"} http=${httpStatus ?? "-"} code=${code ?? "-"} ${Math.round(durationMs)}ms attempt=${attempt}`
  // A hosted page that nobody has paid yet shows nothing: the most ordinary answer of all.
  const isOrdinary = outcome === "ok" || (operation === "info" && code === "data_not_found")
  if (isOrdinary) logger.debug(line)
  else logger.warn(line)
}

/** Why a payment was refused, in RozetkaPay's words; the shopper reads a sentence of ours. */
export const logDecline = (logger: Logger, sessionId: SessionId, decline: Decline | null): void => {
  const { code, description } = decline ?? {}
  logger.info(
    `rozetkapay: not authorized session_id=${sessionId} code=${oneLine(code ?? "-")} reason="${oneLine(description ?? "-")}"`,
  )
}

/** What RozetkaPay said to a payment that did not start as it should; the shopper reads a sentence of ours. */
export const logUnstarted = (
  logger: Logger,
  { id, provider_id }: { id: string; provider_id: string },
  error: unknown,
): void =>
  logger.warn(
    `rozetkapay: a payment was not started provider_id=${provider_id} session_id=${id}: ${oneLine(errorMessage(error))}`,
  )

/** Why no payment was started: for the merchant, whose shoppers can't pay until it is mended. */
export const logUnpayable = (logger: Logger, cart: string, sentence: string): void =>
  logger.warn(`rozetkapay: can't be paid cart=${cart} reason="${oneLine(sentence)}"`)
