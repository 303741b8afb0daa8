import type { MiddlewareRoute } from "@medusajs/framework/http"

type Policies = Extract<MiddlewareRoute["policies"], unknown[]>

/** In Medusa's words, as its own routes declare them for the same movement of money. */
const read: Policies = [{ resource: "payment", operation: "read" }]
const capture: Policies = [{ resource: "capture", operation: "create" }]
const refund: Policies = [{ resource: "refund", operation: "create" }]
/** Medusa gives up a hold by cancelling its order only. */
const cancel: Policies = [{ resource: "order", operation: "update" }]

/** As `POST /admin/payment-collections` and `…/payment-sessions`. */
const makesLink: Policies = [
  { resource: "payment_collection", operation: "create" },
  { resource: "payment_collection", operation: "update" },
]

/** Of Medusa's own route, before which the plugin reads what staff ask for. */
export const startsSession: Policies = [{ resource: "payment_collection", operation: "update" }]

type Guarded = Required<Pick<MiddlewareRoute, "matcher" | "policies">> &
  Pick<MiddlewareRoute, "methods">

const one = (method: "GET" | "POST" | "DELETE", path: string, policies: Policies): Guarded => ({
  matcher: `/admin/rozetkapay/${path}`,
  methods: [method],
  policies,
})

/**
 * What a member of staff must be allowed to do to use each of the plugin's admin routes. Counts while
 * Medusa's flag `rbac` is on: whoever has no role gets 403. Each route has its own line here; should
 * one be forgotten, the first still asks for what reading a payment asks for.
 */
export const adminPolicies: Guarded[] = [
  { matcher: "/admin/rozetkapay/*", policies: read },
  one("GET", "orders/:id", read),
  one("POST", "orders/:id/payment-link", makesLink),
  one("GET", "payments", read),
  one("GET", "payments/export", read),
  one("GET", "payments/:id", read),
  one("POST", "payments/:id/capture", capture),
  one("POST", "payments/:id/refund", refund),
  one("POST", "payments/:id/cancel-remainder", cancel),
  // Whatever it may have to write down or return.
  one("POST", "payments/:id/sync", [...capture, ...refund]),
  // It ends in a sync.
  one("POST", "payments/:id/resend-callback", [...capture, ...refund]),
  one("POST", "payments/:id/refund/retry", refund),
  one("POST", "payments/:id/refund/cancel", refund),
  one("GET", "payments/:id/sellers", read),
  one("POST", "payments/:id/sellers/capture", capture),
  one("POST", "payments/:id/sellers/refund", refund),
  one("GET", "attention", read),
  one("GET", "providers", read),
  one("GET", "days", read),
  one("GET", "days/export", read),
  one("GET", "payouts", read),
  one("GET", "payouts/export", read),
  one("GET", "unexplained", read),
  one("POST", "unexplained/:external_id/return", refund),
]
