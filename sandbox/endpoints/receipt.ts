import { receiptUrl } from "../answers"
import { readRequest, referenceShape } from "../request-shapes"
import { type ApiEndpoint, ok } from "./endpoint"
import { dataNotFound } from "./info"
import { ownPayment } from "./known-payment"

export const receipt: ApiEndpoint = {
  name: "receipt",
  method: "get",
  path: "/api/payments/v1/receipt",
  answer(call) {
    const { world, merchant, query } = call
    const { external_id } = readRequest(referenceShape, query)
    const payment = ownPayment(call, external_id)
    const receipt_url = payment ? receiptUrl(payment, world.url) : null
    if (receipt_url === null) throw dataNotFound()
    return ok({ project_id: merchant.project_id, receipt_url })
  },
}
