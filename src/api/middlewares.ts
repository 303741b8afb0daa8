import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { raw } from "express"
import { readSessionRequest } from "../session-request/read-session-request"
import { adminPolicies } from "./admin-policies"

/** Bytes. RozetkaPay's callbacks are a few KB; more than this is answered 413. */
const LARGEST_CALLBACK = 256 * 1024

/**
 * The first: a client's tokens must not reach Medusa's database.
 *
 * The second: what a customer has saved or agreed to is theirs alone.
 *
 * The third: the callback's signature covers the bytes as they came, whatever their content
 * type says, so Medusa's parsers are kept away from them.
 *
 * The rest: staff may do here what they may do in Medusa.
 */
export default defineMiddlewares({
  routes: [
    {
      matcher: "/store/payment-collections/:id/payment-sessions",
      methods: ["POST"],
      middlewares: [readSessionRequest],
    },
    {
      matcher: "/store/rozetkapay/*",
      middlewares: [authenticate("customer", ["session", "bearer"])],
    },
    {
      matcher: "/hooks/rozetkapay/:provider_id",
      methods: ["POST"],
      bodyParser: false,
      middlewares: [raw({ type: () => true, limit: LARGEST_CALLBACK, inflate: false })],
    },
    ...adminPolicies,
  ],
})
