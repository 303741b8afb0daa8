import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { findProvider } from "../providers/rozetkapay/find-provider"
import { type RequestFacts, readSessionInput } from "../providers/rozetkapay/session-input"
import { INPUT_KEY } from "../providers/rozetkapay/way-to-pay"

const body = z.looseObject({ provider_id: z.string(), data: z.unknown() })

/**
 * Stands before Medusa's `POST /store/payment-collections/:id/payment-sessions`, which
 * writes the posted `data` into its database as it came. For our providers the data are
 * read here, left in the process's memory, and only the key to them goes on.
 */
export const readSessionRequest = async (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> => {
  try {
    const given = body.safeParse(req.body)
    const found = given.success && (await findProvider(req.scope, given.data.provider_id))
    if (given.success && found) {
      const input = readSessionInput(given.data.data, factsOf(req))
      req.body = { ...given.data, data: { [INPUT_KEY]: found.provider.inputs.leave(input) } }
    }
    next()
  } catch (error) {
    next(error)
  }
}

const factsOf = (req: MedusaRequest): RequestFacts => ({
  ipAddress: ipv4Of(req.ip),
  userAgent: req.get("user-agent") ?? "",
  accept: req.get("accept") ?? "",
  acceptLanguage: req.get("accept-language") ?? "",
})

/** RozetkaPay takes IPv4 only; Node shows such an address as "::ffff:203.0.113.7" on a dual socket. */
const ipv4Of = (address: string | undefined): string | null => {
  const plain = address?.replace(/^::ffff:/i, "") ?? ""
  return z.ipv4().safeParse(plain).data ?? null
}
