import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { developerError } from "../../../../errors"
import { storeIn } from "../../../../medusa-store/store-in"
import { type FoundProvider, findProvider } from "../../../../provider/find-provider"
import { inTime } from "../../../../provider/in-time"
import { answerToOwnCall } from "../../../../provider/reachability"
import {
  type CallbackReceipt,
  type KnownAtRest,
  PLEASE_CALL_AGAIN,
  receiveWebhook,
} from "../../../../provider/receive-webhook"
import { repeatAtRest } from "../../../../sync/at-rest"
import { answerError } from "../../../answer-error"

const STATUS: Record<CallbackReceipt["is"], number> = {
  synced: 200,
  unreadable: 400,
  unfinished: 503,
}

/** Milliseconds: while the database hangs RozetkaPay is answered all the same. What was begun goes on. */
const LONGEST = 15_000

const atRest =
  (scope: MedusaRequest["scope"], found: FoundProvider): KnownAtRest =>
  async (externalId, event) =>
    (await repeatAtRest(storeIn(scope), found, externalId, event))?.is ?? null

/**
 * RozetkaPay's callbacks. RozetkaPay sends one again until it is answered 200, so
 * 200 says that the store's ledger agrees, and nothing less.
 *
 * 401 signature missing or wrong (nothing was read or written); 400 not JSON;
 * 404 no such provider; 413 too large; 503 please call again.
 *
 * Also where the store calls itself, to see whether it can be reached.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const given = req.params.provider_id ?? ""
  const found = await findProvider(req.scope, given)
  if (!found) {
    answerError(res, developerError("no_such_provider"))
    return
  }
  const own = answerToOwnCall(req.scope, found.id, req.headers)
  if (own) {
    res.json(own)
    return
  }
  const rawBody = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  if (!found.provider.isGenuine(rawBody, req.headers)) {
    answerError(res, developerError("wrong_signature"))
    return
  }
  const receipt = await inTime(
    receiveWebhook(req.scope, found.id, found.provider, rawBody, atRest(req.scope, found)),
    LONGEST,
    () => PLEASE_CALL_AGAIN,
  )
  res.status(STATUS[receipt.is]).json(receipt)
}
