import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"

/**
 * Rows of several modules of Medusa's at once, by conditions on all of them: what its own questions would
 * need a question for each row for, or all rows of a table. Reads only.
 */
export const select = async <Row extends z.ZodType>(
  container: MedusaContainer,
  row: Row,
  text: string,
  values: (string | number | string[])[],
): Promise<z.output<Row>[]> => {
  const answer: unknown = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(text, values)
  return z.object({ rows: z.array(row) }).parse(answer).rows
}
