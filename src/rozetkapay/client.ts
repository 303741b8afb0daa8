import { z } from "zod"
import { AlternativeApi } from "./alternative/alternative-api"
import { BatchApi } from "./batch/batch-api"
import { PaymentsApi } from "./payments/payments-api"
import { PayPartsApi } from "./payparts/payparts-api"
import { ReportsApi } from "./reports/reports-api"
import type { RozetkaPayClientOptions } from "./transport/api"
import { currentApi } from "./transport/current-api"
import { Transport } from "./transport/transport"
import { WalletApi } from "./wallet/wallet-api"
import { maskCardNumbers } from "./wire/mask-card-numbers"

export type { AlternativeInfo } from "./alternative/alternative-info"
export type { AlternativeDetails, AlternativeOperation } from "./alternative/alternative-operation"
export type {
  AlternativeOperationReference,
  AlternativePaymentMethod,
  AlternativePaymentReference,
  AlternativeProduct,
  AlternativeProvider,
  CreateAlternativePaymentRequest,
  RefundAlternativePaymentRequest,
  ResendAlternativeCallbackRequest,
} from "./alternative/alternative-requests"
export type { BatchOperation, BatchOrderResult } from "./batch/batch-operation"
export type {
  BatchConfirmOrder,
  BatchOrder,
  BatchOrderReference,
  CancelBatchRequest,
  ChangeBatchOrderRequest,
  ConfirmBatchRequest,
  CreateBatchRequest,
  DirectBatchRequest,
  HostedBatchRequest,
} from "./batch/batch-requests"
export type {
  ChangePaymentRequest,
  PaymentReference,
  ResendCallbackRequest,
} from "./payments/change-payment"
export type {
  BrowserFingerprint,
  Customer,
  CustomerPaymentMethod,
  DirectCustomer,
} from "./payments/customer"
export type { ExpressOrder, ExpressPerson } from "./payments/express-order"
export type { Fiscalization } from "./payments/fiscalization"
export type {
  CardLookupRequest,
  CreatePaymentRequest,
  DirectPaymentRequest,
  PagePaymentRequest,
  RecurrentPaymentRequest,
} from "./payments/new-payment"
export {
  type OperationDetails,
  type OperationStatus,
  recurrentIdOf,
} from "./payments/operation-details"
export type { PaymentInfo, PaymentReceipt } from "./payments/payment-info"
export type { PaymentMethod } from "./payments/payment-method"
export type { Action, PaymentOperation } from "./payments/payment-operation"
export type { Product } from "./payments/products"
export type { PayPartsBank } from "./payparts/banks"
export type {
  ChangePayPartsOrderRequest,
  PayPartsOperationReference,
  RefundPayPartsOrderRequest,
  ResendPayPartsCallbackRequest,
} from "./payparts/change-order"
export type {
  CreatePayPartsOrderRequest,
  PayPartsCustomer,
  PayPartsDelivery,
} from "./payparts/new-order"
export type { PayPartsOrderInfo } from "./payparts/order-info"
export type { PayPartsDetails, PayPartsOperation } from "./payparts/order-operation"
export type { PayPartsProduct } from "./payparts/order-products"
export type { PaidOutRow, PaymentsReportRequest } from "./reports/payments-report"
export type { TransactionRow, TransactionsReportRequest } from "./reports/transactions-report"
export type { Exchange, RozetkaPayClientOptions } from "./transport/api"
export type {
  CustomerWallet,
  WalletCard,
  WalletCardAddition,
  WalletCardConfirmation,
  WalletChange,
} from "./wallet/cards"
export type {
  AddWalletCardByPageRequest,
  AddWalletCardByTokenRequest,
  AddWalletCardRequest,
  WalletCardReference,
  WalletOwner,
} from "./wallet/new-card"
export type { CardFace } from "./wire/card-face"

/**
 * RozetkaPay's API by resource, one method per endpoint. Every method throws `RozetkaPayError` and
 * nothing else, and ends within `totalTimeMs`. In all answers amounts are plain decimal strings without
 * needless zeros ("1249.9", "100") in the major unit; ids are strings; null says "not in the answer".
 *
 * @see https://cdn.rozetkapay.com/public-docs/index.html
 */
export class RozetkaPayClient {
  private readonly transport: Transport
  readonly payments: PaymentsApi
  /** The customers' saved cards. */
  readonly wallet: WalletApi
  /** One payment split over several sellers. */
  readonly batch: BatchApi
  readonly reports: ReportsApi
  /** Payments of Polish banks and lenders: BLIK, Przelewy24, leasing. */
  readonly alternative: AlternativeApi
  /** Orders that are paid in instalments. */
  readonly payparts: PayPartsApi

  constructor(options: RozetkaPayClientOptions) {
    this.transport = new Transport(currentApi(options))
    this.payments = new PaymentsApi(this.transport)
    this.wallet = new WalletApi(this.transport)
    this.batch = new BatchApi(this.transport)
    this.reports = new ReportsApi(this.transport)
    this.alternative = new AlternativeApi(this.transport)
    this.payparts = new PayPartsApi(this.transport)
  }

  /**
   * "activated" when login and password are right; wrong ones are `rejected`.
   * @see https://cdn.rozetkapay.com/public-docs/index.html#operation/validateMerchantKeys
   */
  async validateKeys(): Promise<KeysStatus> {
    return this.transport.send({
      operation: "key check",
      method: "GET",
      path: "/api/merchants/v1/me",
      effect: "reads",
      answer: keysStatus,
    })
  }
}

const keysStatus = z.object({ status: z.string().transform(maskCardNumbers) })

export type KeysStatus = z.output<typeof keysStatus>
