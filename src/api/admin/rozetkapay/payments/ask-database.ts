import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"

const answer = z.object({ rows: z.unknown() })

/** One question of the store's database. `values`: by name, as `:name` in it. */
export const askDatabase = async <Shape extends z.ZodType>(
  container: MedusaContainer,
  shape: Shape,
  sql: string,
  values: Record<string, unknown>,
): Promise<z.output<Shape>> => {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return shape.parse(answer.parse(await database.raw(sql, values)).rows)
}
