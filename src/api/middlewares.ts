import { defineMiddlewares } from "@medusajs/framework/http"
import { raw } from "express"

/** Bytes. RozetkaPay's callbacks are a few KB; more than this is answered 413. */
const LARGEST_CALLBACK = 256 * 1024

/**
 * The callback's signature covers the bytes as they came, whatever their content
 * type says, so Medusa's parsers are kept away from them.
 */
export default defineMiddlewares({
  routes: [
    {
      matcher: "/hooks/rozetkapay/:provider_id",
      methods: ["POST"],
      bodyParser: false,
      middlewares: [raw({ type: () => true, limit: LARGEST_CALLBACK, inflate: false })],
    },
  ],
})
