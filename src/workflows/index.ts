export type { RozetkaPayEvent, RozetkaPayEventData } from "../sync/emit-event"
export type { SyncResult } from "../sync/sync-result"
export {
  type CancelRemainderInput,
  cancelRemainderWorkflow,
  cancelRemainderWorkflowId,
} from "./cancel-remainder"
export type { ChargeRecurrentInput, ChargeResult } from "./charge"
export { chargeRecurrentWorkflow, chargeRecurrentWorkflowId } from "./charge-recurrent"
export {
  type DeferredRefundInput,
  deferredRefundWorkflow,
  deferredRefundWorkflowId,
} from "./deferred-refund"
export {
  type ReconcilePaymentsInput,
  reconcilePaymentsWorkflow,
  reconcilePaymentsWorkflowId,
} from "./reconcile-payments"
export type { CanceledRemainder } from "./steps/cancel-remainder"
export type { DeferredRefund } from "./steps/deferred-refund"
export {
  type SyncPaymentInput,
  syncPaymentWorkflow,
  syncPaymentWorkflowId,
} from "./sync-payment"
