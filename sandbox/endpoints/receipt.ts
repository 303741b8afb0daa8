import { receiptUrl } from "../answers"
import { readRequest, referenceShape } from "../request-shapes"
import { type ApiEndpoint, ok } from "./endpoint"
import { dataNotFound } from "./info"

export const receipt: ApiEndpoint = {
  name: "receipt",
  method: "get",
  path: "/api/payments/v1/receipt",
  answer({ world, merchant, query }) {
    const { external_id } = readRequest(referenceShape, query)
    const payment = world.payments.find(merchant.login, external_id)
    const receipt_url = payment ? receiptUrl(payment, world.url) : null
    if (receipt_url === null) throw dataNotFound()
    return ok({ project_id: merchant.project_id, receipt_url })
  },
}
