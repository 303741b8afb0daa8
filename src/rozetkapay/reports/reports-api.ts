import type { Sender } from "../transport/api"
import { requestBody } from "../wire/request-fields"
import {
  type PaidOutRow,
  type PaymentsReportRequest,
  paymentsReport,
  payoutsOfPeriod,
} from "./payments-report"
import {
  reportOfPeriod,
  type TransactionRow,
  type TransactionsReportRequest,
  transactionsReport,
} from "./transactions-report"

/** The login's operations, and what was paid out of them, as RozetkaPay has them. */
export class ReportsApi {
  constructor(private readonly sender: Sender) {}

  /**
   * Every operation of the login within at most 14 days, at most 90 days back.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getTransactionsRequest
   */
  async transactions(request: TransactionsReportRequest): Promise<TransactionRow[]> {
    const operation = "transactions report"
    return this.sender.send({
      operation,
      method: "POST",
      path: "/api/reports/v1/transactions",
      body: requestBody(operation, reportOfPeriod, request),
      effect: "reads",
      answer: transactionsReport,
    })
  }

  /**
   * What was paid out to the login's merchant within a period, payment by payment, without the buyers.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/getPaymentsRequest
   */
  async payments(request: PaymentsReportRequest): Promise<PaidOutRow[]> {
    const operation = "payments report"
    return this.sender.send({
      operation,
      method: "POST",
      path: "/api/reports/v1/payments",
      body: requestBody(operation, payoutsOfPeriod, request),
      effect: "reads",
      answer: paymentsReport,
    })
  }
}
