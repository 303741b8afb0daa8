import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { Providers } from "../../../../admin-client/providers"
import { providersHealth } from "./provider-health"
import { storeHealth } from "./store-health"

/**
 * How each RozetkaPay provider is doing, and the store around them. Nothing in it is secret. With
 * `?check=true` keys and callback address are tried now; else they are as this process found them last.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<Providers>,
): Promise<void> => {
  const providers = await providersHealth(req.scope, req.query.check === "true")
  res.json({ providers, store: storeHealth(req.scope) })
}
