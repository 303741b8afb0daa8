import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "zod"

/** Made once: a schema that is made for a question costs more than the question's rows. */
const answered = z.object({ rows: z.array(z.unknown()) })

export type SqlValue = string | number | string[]

/**
 * Rows of several modules of Medusa's at once, by conditions on all of them: what its own questions would
 * need a question for each row for, or all rows of a table. Reads only.
 *
 * @param values in their order, each a `?` of the text; or by name, each a `:name` of it
 */
export const selectRows = async <Row extends z.ZodType>(
  container: MedusaContainer,
  row: Row,
  text: string,
  values: SqlValue[] | Record<string, SqlValue>,
): Promise<z.output<Row>[]> => {
  const answer: unknown = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw(text, values)
  return answered.parse(answer).rows.map((one) => row.parse(one))
}
