import type { InitiatePaymentInput } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import type { OneTimeInputs } from "./one-time-inputs"
import type { SessionInput } from "./session-input"

/** The field of a session's data under which a request's input waits to be taken. */
export const INPUT_KEY = "session_input"

/** The customer that Medusa has logged in; a client can't choose it. */
export const customerIdOf = ({ context }: Pick<InitiatePaymentInput, "context">): string | null =>
  context?.customer?.id ?? null

/**
 * What the shopper pays with. Requests of storefronts leave their input in memory
 * (see api/middlewares); a store's own code, which passes none by, may say
 * `off_session` and `remember`. Data of an earlier session, with which Medusa starts
 * a new one after a failed order, say nothing: that is paid on RozetkaPay's page.
 *
 * @throws MedusaError when store code put a token into a session's data, which are stored
 */
export const takeSessionInput = (
  inputs: OneTimeInputs,
  data: Record<string, unknown> | undefined,
): SessionInput => {
  const left = inputs.take(data?.[INPUT_KEY])
  if (left) return left
  if (data && ("payment_method" in data || INPUT_KEY in data)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A card's token can only be used in the request that brings it: POST /store/payment-collections/{id}/payment-sessions. Please start the payment again.",
    )
  }
  return {
    instrument: null,
    offSession: data?.off_session === true,
    remember: data?.remember === true,
    browser: null,
  }
}
