import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "zod"
import { chosenCardProvider } from "../../../../provider/chosen-card-provider"

const query = z.object({ provider_id: z.string().max(100).optional() }).catch({})

/** Whether the logged-in customer allows later payments: `{ given, mask, given_at, currency_code }`. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { id, provider } = await chosenCardProvider(req.scope, query.parse(req.query).provider_id)
  res.set("Cache-Control", "no-store")
  res.json(await provider.consents.status(id, req.auth_context.actor_id))
}

/** Withdraws it: nothing is charged without the customer from now on. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
): Promise<void> => {
  const { id, provider } = await chosenCardProvider(req.scope, query.parse(req.query).provider_id)
  await provider.consents.withdraw(id, req.auth_context.actor_id)
  res.json(await provider.consents.status(id, req.auth_context.actor_id))
}
