import type { InitiatePaymentInput } from "@medusajs/framework/types"
import { shopperError } from "../../errors"
import type { ShopperLanguage } from "../../messages/language"
import type { OneTimeInputs } from "./one-time-inputs"
import { EXPRESS, requireKnownMode, type SessionInput } from "./session-input"

/** The field of a session's data under which a request's input waits to be taken. */
export const INPUT_KEY = "session_input"

/**
 * Store code may open a session first and charge it afterwards, by updating it with
 * `off_session: true`: so the charge's key at RozetkaPay is written down before it is sent.
 */
export const CHARGE_LATER = "charge_later"

export const isToBeChargedLater = (data: Record<string, unknown> | undefined): boolean =>
  data?.[CHARGE_LATER] === true

/** What a charge is for, in the words of the store's own code. */
export const descriptionOf = (data: Record<string, unknown> | undefined): string | null =>
  typeof data?.description === "string" ? data.description.trim() || null : null

/** The customer that Medusa has logged in; a client can't choose it. */
export const customerIdOf = ({ context }: Pick<InitiatePaymentInput, "context">): string | null =>
  context?.customer?.id ?? null

/** Whether a way to pay uses what a customer keeps, or adds to it. */
export const isForOwnerOnly = ({ instrument, offSession, remember }: SessionInput): boolean =>
  offSession ||
  remember ||
  instrument?.type === "wallet" ||
  (instrument?.type === "cc_token" && instrument.save)

/**
 * What the shopper pays with. Requests of storefronts leave their input in memory
 * (see api/middlewares); a store's own code, which passes none by, may say
 * `off_session` and `remember`. Data of an earlier session, with which Medusa starts
 * a new one after a failed order, say nothing: that is paid on RozetkaPay's page.
 *
 * @throws MedusaError when store code put a token into a session's data, which are stored, or mistyped the mode
 */
export const takeSessionInput = (
  inputs: OneTimeInputs,
  data: Record<string, unknown> | undefined,
  language: ShopperLanguage,
): SessionInput => {
  const left = inputs.take(data?.[INPUT_KEY])
  if (left) return left
  if (data && ("payment_method" in data || INPUT_KEY in data)) {
    throw shopperError("token_out_of_request", language)
  }
  requireKnownMode(data?.mode, language)
  // Data of an earlier session have its mode, and its delivery may be gone by now.
  if (data?.mode === EXPRESS && data.external_id === undefined) {
    return { instrument: null, offSession: false, remember: false, express: true, browser: null }
  }
  const offSession = data?.off_session === true
  // A charge without the shopper can't ask the shopper for anything.
  const remember = !offSession && data?.remember === true
  return { instrument: null, offSession, remember, browser: null }
}
