import { asStated } from "../../core/money"
import type { PaymentDetails } from "../../provider/payment-gateway"
import type { OperationDetails, PaymentInfo } from "../../rozetkapay/client"

/** RozetkaPay's `info` as staff may read it: each attempt and movement, in its own words. */
export const paymentDetails = (
  info: PaymentInfo | null,
  remarks: Record<string, unknown> = {},
): PaymentDetails => ({
  receiptUrl: info?.receiptUrl ?? null,
  operations: [
    ...listed("payment", info?.purchaseDetails),
    ...listed("capture", info?.confirmationDetails),
    ...listed("cancel", info?.cancellationDetails),
    ...listed("refund", info?.refundDetails),
  ],
  paymentMethod: info?.paymentMethod ?? null,
  remarks,
})

type Listed = PaymentDetails["operations"][number]

const listed = (operation: Listed["operation"], details: OperationDetails[] = []): Listed[] =>
  details.map((one) => ({
    operation,
    id: one.operationId ?? one.transactionId,
    amount: one.amount && asStated(one.amount, one.currency),
    currency: one.currency,
    status: one.status,
    code: one.statusCode,
    description: one.statusDescription,
    rrn: one.rrn,
    authCode: one.authCode,
    fee: one.fee && asStated(one.fee, one.feeCurrency ?? one.currency),
    feeCurrency: one.fee === null ? null : (one.feeCurrency ?? one.currency),
    bankName: one.bankName,
    terminalName: one.terminalName,
    merchantId: one.merchantId,
    terminalId: one.terminalId,
    billingOrderId: one.billingOrderId,
    gatewayOrderId: one.gatewayOrderId,
    fiscalization: one.fiscalization,
    at: one.processedAt ?? one.createdAt,
  }))
