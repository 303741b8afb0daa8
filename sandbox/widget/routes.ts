import { json, type Response, Router } from "express"
import { z } from "zod"
import { findTestCard, withExpiry } from "../cards"
import { type FormError, formErrors } from "../pages/card-form"
import type { World } from "../world"
import { framePage } from "./frame-page"
import { frameScript } from "./frame-script"
import { FRAME_TEXTS } from "./frame-texts"
import { pageScript } from "./page-script"

const cardShape = z.object({
  key: z.string(),
  type: z.enum(["full_card", "pan_only"]),
  card: z.string(),
  expiry: z.string(),
  cvv: z.string(),
})

/** Stands in for https://cdn.rozetkapay.com/widget.js and what is behind it. */
export function widgetRoutes(world: World): Router {
  const router = Router()
  router.get("/widget.js", (_request, response) => {
    sendScript(response, call(pageScript.toString(), world.url, world.merchants.widgetKeys()))
  })
  router.get("/widget/frame.js", (_request, response) => {
    sendScript(response, call(frameScript.toString(), FRAME_TEXTS))
  })
  router.get("/widget/frame", (_request, response) => {
    response
      .set({
        "Content-Security-Policy":
          "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
      })
      .type("html")
      .send(framePage)
  })
  router.post("/widget/tokens", json({ limit: "10kb" }), (request, response) => {
    const { status, ...body } = tokenise(world, request.body)
    response.status(status).set("Cache-Control", "no-store").json(body)
  })
  return router
}

/** A card for a token; else every field that is wrong, and how. Nothing of the card is logged or shown. */
function tokenise(world: World, body: unknown) {
  const parsed = cardShape.safeParse(body)
  if (!parsed.success) return { status: 400, error: "Not a card form" }
  const { key, type, card: number, expiry, cvv } = parsed.data
  const merchant = world.merchants.findByWidgetKey(key)
  if (!merchant) return { status: 403, error: "The widget key is not known" }
  const digits = number.replace(/[\s-]/g, "")
  const isFull = type === "full_card"
  const errors = formErrors(digits, isFull ? expiry : "12/30", isFull ? cvv : "000")
  const card = findTestCard(digits)
  if (errors.length > 0 || !card) return { status: 422, errors: errors.map((one) => AT_FIELD[one]) }
  const dated = isFull ? withExpiry(card, expiry) : card
  return { status: 200, ...world.tokens.issue(merchant.login, dated, type) }
}

const AT_FIELD: Record<FormError, { field: string; reason: string }> = {
  numberEmpty: { field: "card", reason: "empty" },
  number: { field: "card", reason: "wrong" },
  unknown: { field: "card", reason: "unknown" },
  expiryEmpty: { field: "expiry", reason: "empty" },
  expiry: { field: "expiry", reason: "wrong" },
  cvvEmpty: { field: "cvv", reason: "empty" },
  cvv: { field: "cvv", reason: "wrong" },
}

const call = (source: string, ...values: unknown[]): string =>
  `"use strict";(${source})(${values.map((value) => JSON.stringify(value)).join(",")})\n`

const sendScript = (response: Response, script: string): void => {
  response
    .set({ "Cache-Control": "no-store", "Cross-Origin-Resource-Policy": "cross-origin" })
    .type("application/javascript")
    .send(script)
}
