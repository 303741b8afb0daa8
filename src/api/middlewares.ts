import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { raw } from "express"
import { pluginIsLoaded } from "../provider/boot/plugin-entry"
import { adminPolicies, startsSession } from "./admin-policies"
import { readShoppersRequest, readStaffsRequest } from "./session-request/read-session-request"

pluginIsLoaded()

/** Bytes. RozetkaPay's callbacks are a few KB; more than this is answered 413. */
const LARGEST_CALLBACK = 256 * 1024

/** Bytes, of a payment link's page. */
const LARGEST_FORM = 4 * 1024

/**
 * The first two, before all routes of Medusa's that start a session with what a client says: a client's
 * tokens must not reach Medusa's database.
 *
 * The next: what a customer has saved or agreed to is theirs alone; how a cart may be paid is also for
 * guests to know.
 *
 * Then: the callback's signature covers the bytes as they came, whatever their content
 * type says, so Medusa's parsers are kept away from them.
 *
 * Then the form of a payment link's page, which says which way to pay and no more.
 *
 * The rest: staff may do here what they may do in Medusa.
 */
export default defineMiddlewares({
  routes: [
    {
      matcher: "/store/payment-collections/:id/payment-sessions",
      methods: ["POST"],
      middlewares: [readShoppersRequest],
    },
    {
      matcher: "/admin/payment-collections/:id/payment-sessions",
      methods: ["POST"],
      policies: startsSession,
      middlewares: [readStaffsRequest],
    },
    {
      matcher: "/store/rozetkapay/cards*",
      middlewares: [authenticate("customer", ["session", "bearer"])],
    },
    {
      matcher: "/store/rozetkapay/consent",
      middlewares: [authenticate("customer", ["session", "bearer"])],
    },
    {
      matcher: "/store/rozetkapay/methods",
      methods: ["GET"],
      middlewares: [
        authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true }),
      ],
    },
    {
      matcher: "/hooks/rozetkapay/:provider_id",
      methods: ["POST"],
      bodyParser: false,
      middlewares: [raw({ type: () => true, limit: LARGEST_CALLBACK, inflate: false })],
    },
    {
      matcher: "/payment-collection/:id",
      methods: ["POST"],
      bodyParser: { sizeLimit: LARGEST_FORM },
    },
    ...adminPolicies,
  ],
})
