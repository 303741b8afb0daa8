import type { BigNumberInput } from "@medusajs/framework/types"
import { z } from "zod"

/** An amount as Medusa's rows have it: a number, a decimal in a text, or its own exact object. `amountOf` reads it. */
export const amountInRow = z.custom<BigNumberInput>(
  (value) => value !== null && value !== undefined,
)
