import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { storeIn } from "../../../../medusa-store/store-in"
import type { UnexplainedPayment } from "../../../../sync/unexplained"

/** Money that came and that the store can't place, oldest first. Nothing of it was moved: staff decide. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ unexplained: UnexplainedPayment[] }>,
): Promise<void> => {
  res.json({ unexplained: await storeIn(req.scope).listUnexplained() })
}
