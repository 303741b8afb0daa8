export { type AdminClient, type AdminFetch, adminClient, type PeriodQuery } from "./admin-client"
export {
  ATTENTION_KINDS,
  type Attention,
  type AttentionItem,
  type AttentionKind,
} from "./attention"
export type { Day, DayDifference, Days } from "./days"
export type * from "./order-payments"
export {
  PAYMENT_STATES,
  type PaymentRow,
  type PaymentState,
  type PaymentsQuery,
  type PaymentsTable,
} from "./payments-table"
export type { Payout, PayoutRow, Payouts } from "./payouts"
export type * from "./providers"
export type { Decimal, OrderName, Page, Sums, Time } from "./sums"
