export {
  type ReconcilePaymentsInput,
  reconcilePaymentsWorkflow,
  reconcilePaymentsWorkflowId,
} from "./reconcile-payments"
export {
  type SettlePaymentInput,
  settlePaymentWorkflow,
  settlePaymentWorkflowId,
} from "./settle-payment"
export type { Settlement } from "./steps/state-outcome"
export type { RozetkaPayEvent, RozetkaPayEventData } from "./steps/tell"
