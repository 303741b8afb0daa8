import type { RowService, StoreRows } from "../src/medusa-repairs/row-services"
import type { MedusaModel } from "./medusa-model"
import type { Table } from "./medusa-rows"

/** The rows as Medusa's payment module hands them to its providers. Each call is a question to the database. */
export const rowServices = (medusa: MedusaModel): StoreRows => ({
  paymentCollectionService: service(medusa, "collection", medusa.collections),
  paymentSessionService: {
    ...service(medusa, "session", medusa.sessions),
    retrieve: async (id) => {
      await medusa.turn(`the session ${id} is read`)
      const session = medusa.sessions.get(id)
      const payment_collection = medusa.collections.get(session.payment_collection_id)
      return { ...session, payment_collection: { ...payment_collection } }
    },
  },
  paymentService: service(medusa, "payment", medusa.payments),
  captureService: service(medusa, "capture", medusa.movements, "capture"),
  refundService: service(medusa, "refund", medusa.movements, "refund"),
})

type Row = { id: string; metadata: Record<string, unknown>; kind?: string }

const service = <Of extends Row>(
  medusa: MedusaModel,
  name: string,
  table: Table<Of>,
  kind?: string,
): RowService => ({
  retrieve: async (id) => {
    await medusa.turn(`the ${name} ${id} is read`)
    return { ...table.get(id) }
  },
  list: async (filters) => {
    await medusa.turn(`the ${name}s are listed`)
    const rows = table.where(
      (row) =>
        (kind === undefined || row.kind === kind) &&
        Object.entries(filters).every(([field, value]) => Reflect.get(row, field) === value),
    )
    return rows.map((row) => ({ ...row }))
  },
  update: async ({ id, metadata, ...fields }) => {
    await medusa.turn(`the ${name} ${id} is written`)
    const row = table.get(id)
    const added = typeof metadata === "object" ? metadata : {}
    Object.assign(row, fields, { metadata: { ...row.metadata, ...added } })
    return { ...row }
  },
})
