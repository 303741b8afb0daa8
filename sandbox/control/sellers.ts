import { Router } from "express"
import { z } from "zod"
import type { World } from "../world"
import { control } from "./control-error"

const refusing = z.strictObject({
  /** A code of the gateway's; null takes the refusal back. */
  refuse: z.string().min(1).nullable(),
  operation: z.enum(["payment", "confirm", "cancel", "refund"]).default("payment"),
  /** 0 = until changed. */
  times: z.int().min(0).default(1),
  whole_batch: z.boolean().default(false),
})

/** Makes one seller of a batch fail, so that the batch is only partly successful. */
export function sellersControl(world: World): Router {
  const router = Router()
  router.post(
    "/sellers/:api_key",
    control(({ params, body }) => {
      const { refuse, ...rest } = refusing.parse(body)
      const api_key = params.api_key ?? ""
      world.sellers.refuse(api_key, refuse === null ? null : { code: refuse, ...rest })
      return { api_key, refuse, ...rest }
    }),
  )
  return router
}
