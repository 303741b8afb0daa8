import { alternative } from "./alternative"
import { batch } from "./batch"
import { cancel } from "./cancel"
import { confirm } from "./confirm"
import { create } from "./create"
import type { ApiEndpoint } from "./endpoint"
import { info } from "./info"
import { lookup } from "./lookup"
import { me } from "./me"
import { paymentsReport } from "./payments-report"
import { payparts } from "./payparts"
import { receipt } from "./receipt"
import { recurrent } from "./recurrent"
import { refund } from "./refund"
import { refundCancel } from "./refund-cancel"
import { refundRetry } from "./refund-retry"
import { reports } from "./reports"
import { resend } from "./resend"
import { wallet } from "./wallet"

export const API: ApiEndpoint[] = [
  create,
  recurrent,
  lookup,
  confirm,
  cancel,
  refund,
  refundRetry,
  refundCancel,
  info,
  receipt,
  resend,
  me,
  reports,
  paymentsReport,
  ...wallet,
  ...batch,
  ...payparts,
  ...alternative,
]
