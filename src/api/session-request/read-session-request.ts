import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"
import { isStoreId } from "../../core/external-id"
import { developerError, shopperError } from "../../errors"
import { shopperLanguage } from "../../messages/language"
import { takesChoice } from "../../provider/capabilities"
import { findProvider } from "../../provider/find-provider"
import { plainWords } from "../../provider/start/client-words"
import { purposeOf } from "../../provider/start/purpose"
import { readSessionInput, type SessionInput } from "../../provider/start/session-input"
import { INPUT_KEY } from "../../provider/start/way-to-pay"
import { answerError, isToBeAnsweredHere } from "../answer-error"
import { prepareCart } from "../express/prepare-cart"
import { cartLack } from "./cart-lack"
import { takeTurnToStart } from "./one-start-at-a-time"
import { openPageOf } from "./open-page"
import { requestFacts } from "./request-facts"
import { requirePayable } from "./require-payable"

const words = z.record(z.string(), z.unknown())
const body = z.looseObject({ provider_id: z.string(), data: z.unknown() })
const goingOn = z.looseObject({ reuse: z.literal(true) })
const customer = z.object({ actor_type: z.literal("customer"), actor_id: z.string().min(1) })

/**
 * Stands before Medusa's routes that start a session, the storefront's and the dashboard's
 * `POST …/payment-collections/:id/payment-sessions`, which write the posted `data` into its database
 * as it came. For our providers the data are read here, left in the process's memory, and only the
 * key to them goes on. Those that are charged at once wait for their turn; the hosted page, where
 * nothing is charged yet, does not, unless the shopper is to go on with the page that is open for the very same
 * purchase (`reuse`): then Medusa's route, which would delete that page's session, is not reached.
 *
 * @param asks staff's own browser and language are not the shopper's: RozetkaPay is told nothing of them.
 */
const readSessionRequest =
  (asks: "shopper" | "staff") =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    try {
      const given = body.safeParse(plainWords(req.body))
      const found = given.success && (await findProvider(req.scope, given.data.provider_id))
      if (given.success && found) {
        const facts = requestFacts(req)
        const { locale } = found.provider.options
        const asked = asks === "staff" ? null : facts.acceptLanguage
        const read = readSessionInput(given.data.data, facts, shopperLanguage(asked, locale))
        const takes = takesChoice(found.provider)
        const input: SessionInput = {
          ...read,
          ...(asks === "staff" && { browser: null }),
          ...(takes && { words: words.parse(given.data.data ?? {}) }),
        }
        const language = shopperLanguage(input.browser?.language, locale)
        const { id = "" } = req.params
        if (!isStoreId(id)) throw developerError("no_such_collection")
        const isChargedNow = input.instrument !== null || input.offSession || takes
        const cartId = input.express ? await cartOf(req.scope, id) : null
        if (input.express && !cartId) throw shopperError("express_not_offered", language)
        const goesOn =
          asks === "shopper" &&
          !isChargedNow &&
          cartId === null &&
          goingOn.safeParse(given.data.data).success
        const isInTurn = isChargedNow || cartId !== null || goesOn
        if (isInTurn && !(await takeTurnToStart(req, res, id, language))) return
        if (cartId) await prepareCart(req.scope, cartId, found.provider.options, language)
        const [lack, untouched] = await Promise.all([
          cartLack(req.scope, id, language, input.express ? "express" : "checkout"),
          requirePayable(req.scope, id, language),
        ])
        if (lack) throw lack
        const page = { purchaseId: id, provider: found, way: input, untouched }
        const open =
          goesOn && (await openPageOf(req.scope, { ...page, customerId: customerOf(req) }))
        if (open) {
          res.json(await collectionIn(req.scope, id, open.id))
          return
        }
        const { inputs } = found.provider
        const key = inputs.leave(input)
        // A request that starts no payment must not fill the memory with tokens.
        res.once("close", () => inputs.take(key))
        const passedOn = { ...given.data, data: { [INPUT_KEY]: key } }
        req.body = passedOn
        if (req.validatedBody) req.validatedBody = passedOn
      }
      next()
    } catch (error) {
      if (isToBeAnsweredHere(error)) answerError(res, error)
      else next(error)
    }
  }

/** Medusa has read the login by now, if there is one. */
const customerOf = (req: MedusaRequest): string | null => {
  const login: unknown = "auth_context" in req ? req.auth_context : null
  return customer.safeParse(login).data?.actor_id ?? null
}

/** As Medusa's route answers, with the session that is gone on with. */
const collectionIn = async (container: MedusaContainer, id: string, sessionId: string) => {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "payment_collection",
    fields: ["id", "currency_code", "amount", "payment_sessions.*"],
    filters: { id },
  })
  const [found] = data
  const sessions: { id: string }[] = found?.payment_sessions ?? []
  const payment_sessions = sessions.filter(({ id }) => id === sessionId)
  return { payment_collection: { ...found, payment_sessions } }
}

const cartOf = async (container: MedusaContainer, id: string): Promise<string | null> =>
  (await purposeOf(container, id)).cart_id

export const readShoppersRequest = readSessionRequest("shopper")
export const readStaffsRequest = readSessionRequest("staff")
