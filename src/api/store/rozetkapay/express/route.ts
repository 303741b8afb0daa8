import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer, PaymentSessionDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createPaymentSessionsWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { isStoreId } from "../../../../core/external-id"
import { developerError, shopperError } from "../../../../errors"
import { shopperLanguage } from "../../../../messages/language"
import { chosenCardProvider } from "../../../../provider/chosen-card-provider"
import { readSessionData } from "../../../../provider/session-data"
import { plainWords } from "../../../../provider/start/client-words"
import { EXPRESS, expressInput } from "../../../../provider/start/session-input"
import { INPUT_KEY } from "../../../../provider/start/way-to-pay"
import { answerError, isToBeAnsweredHere } from "../../../answer-error"
import { prepareCart } from "../../../express/prepare-cart"
import { cartLack } from "../../../session-request/cart-lack"
import { takeTurnToStart } from "../../../session-request/one-start-at-a-time"
import { openPageOf } from "../../../session-request/open-page"
import { requestFacts } from "../../../session-request/request-facts"

const body = z.object({
  cart_id: z.string().refine(isStoreId),
  provider_id: z.string().max(100).optional(),
})

/**
 * Buying in one click: `{ cart_id }` of a cart with goods, which needs neither an address nor a delivery.
 * Answers `{ checkout_url, session_id }`; pressed twice, the same page. `provider_id` when the store has
 * several.
 *
 * 400 with a code and a sentence when it can't be bought so; 404 no such cart; 409 when another payment of
 * the cart is being started.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const given = body.safeParse(plainWords(req.body))
  if (!given.success) throw developerError("no_such_cart")
  const { cart_id, provider_id } = given.data
  const { id, provider } = await chosenCardProvider(req.scope, provider_id)
  const language = shopperLanguage(req.get("accept-language"), provider.options.locale)
  if (!(await takeTurnToStart(req, res, cart_id, language))) return
  // Every other way to pay waits for its turn by the collection.
  const before = await collectionOf(req.scope, cart_id)
  if (before && !(await takeTurnToStart(req, res, before, language))) return
  res.set("Cache-Control", "no-store")
  try {
    const prepared = await prepareCart(req.scope, cart_id, provider.options, language)
    const { collectionId, untouched } = prepared
    if (collectionId !== before && !(await takeTurnToStart(req, res, collectionId, language))) {
      return
    }
    const lack = await cartLack(req.scope, collectionId, language, "express")
    if (lack) throw lack
    const way = expressInput(requestFacts(req))
    const asked = { purchaseId: collectionId, provider: { id, provider }, customerId: null }
    const session = await openPageOf(req.scope, { ...asked, way, untouched })
    const open = session && pageOf(session)
    if (open) {
      res.json(open)
      return
    }
    const input = provider.inputs.leave(way)
    // One that starts no payment must not fill the memory.
    res.once("close", () => provider.inputs.take(input))
    const { result } = await createPaymentSessionsWorkflow(req.scope).run({
      input: {
        payment_collection_id: collectionId,
        provider_id: id,
        data: { [INPUT_KEY]: input },
      },
    })
    const page = pageOf(result)
    if (!page) throw shopperError("refused_start", language)
    res.json(page)
  } catch (error) {
    if (!isToBeAnsweredHere(error)) throw error
    answerError(res, error)
  }
}

const pageOf = ({ id, data }: Pick<PaymentSessionDTO, "id" | "data">) => {
  const own = readSessionData(data)
  const isExpress = own?.external_id === id && own.mode === EXPRESS
  return isExpress && own.checkout_url ? { checkout_url: own.checkout_url, session_id: id } : null
}

const collectionOf = async (
  container: MedusaContainer,
  cart_id: string,
): Promise<string | null> => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart_payment_collection",
    fields: ["payment_collection_id"],
    filters: { cart_id },
  })
  return data[0]?.payment_collection_id ?? null
}
