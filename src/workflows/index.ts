export type { ChargeRecurrentInput, ChargeResult } from "./charge"
export { chargeRecurrentWorkflow, chargeRecurrentWorkflowId } from "./charge-recurrent"
export {
  type ReconcilePaymentsInput,
  reconcilePaymentsWorkflow,
  reconcilePaymentsWorkflowId,
} from "./reconcile-payments"
export {
  type ReleaseRemainderInput,
  releaseRemainderWorkflow,
  releaseRemainderWorkflowId,
} from "./release-remainder"
export {
  type SettlePaymentInput,
  settlePaymentWorkflow,
  settlePaymentWorkflowId,
} from "./settle-payment"
export type { ReleasedRemainder } from "./steps/release-remainder"
export type { Settlement } from "./steps/state-outcome"
export type { RozetkaPayEvent, RozetkaPayEventData } from "./steps/tell"
