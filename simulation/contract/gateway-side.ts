import type { Movement } from "../../src/core/due"
import type { Operation } from "../../src/core/operation"
import type { GatewayLedger, MovementOutcome } from "../../src/provider/payment-gateway"
import type { Treatment } from "../gateway-model"

/** RozetkaPay as far as one payment goes: the sandbox, asked through the plugin's own client, or the simulation's model. */
export type GatewaySide = {
  open: (twoStep: boolean) => Promise<void>
  /** @returns whether there was anything to pay */
  pay: (isDeclined: boolean) => Promise<boolean>
  /** The store asks for it, and that request is treated so. */
  ask: (move: Movement, amount: string, treatment: Treatment) => Promise<MovementOutcome["is"]>
  /** @returns whether it was made */
  moveInCabinet: (move: Movement, amount: string) => Promise<boolean>
  finishDeferred: (isMade: boolean) => Promise<void>
  /** `info` goes on telling what there is now. */
  stopInfo: () => Promise<void>
  letInfoGo: () => Promise<void>
  /** By `info` alone. */
  ledger: () => Promise<GatewayLedger>
  /** All that callbacks have told so far. */
  callbacks: () => Promise<Operation[]>
}

const sums = ({ authorized, captured, canceled, refunded }: GatewayLedger) =>
  `authorized ${authorized}, captured ${captured}, canceled ${canceled}, refunded ${refunded}`

const marks = ({ pending, unclear, refundFailed, refundDecline, decline }: GatewayLedger) => [
  ...(pending ? ["pending"] : []),
  ...(unclear === null ? [] : ["unclear"]),
  ...(refundFailed ? ["a refund failed"] : []),
  ...(refundDecline ? ["it is said why"] : []),
  ...(decline ? ["declined"] : []),
]

/** What anybody can see, in one line. */
export const told = (ledger: GatewayLedger, callbacks: Operation[]): string =>
  [
    sums(ledger),
    ...marks(ledger),
    `told: ${callbacks.map(({ kind, status, amount }) => `${kind} ${status} ${Number(amount)}`).join(", ") || "nothing"}`,
  ].join("; ")
