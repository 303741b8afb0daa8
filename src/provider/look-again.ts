import { MedusaError } from "@medusajs/framework/utils"
import { z } from "zod"

const CODE = "rozetkapay_look_again"

/** Somebody else has written the same payment in this very moment: nothing is wrong, and the next look sees it. */
export const lookAgain = (message: string): MedusaError => {
  const error = new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message, CODE)
  error.name = CODE
  return error
}

/** The workflow engine may hand on a copy of the error. */
const coded = z.object({ code: z.string().nullish(), name: z.string().nullish() })

export const isLookAgain = (error: unknown): boolean => {
  const { code, name } = coded.safeParse(error).data ?? {}
  return code === CODE || name === CODE
}
