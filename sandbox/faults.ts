import { z } from "zod"

export const ENDPOINTS = [
  "create",
  "confirm",
  "cancel",
  "refund",
  "refund_retry",
  "refund_cancel",
  "info",
  "receipt",
  "resend",
  "me",
  "reports",
  "payments_report",
  "recurrent",
  "lookup",
  "p2p_credit",
  "wallet",
  "wallet_add",
  "wallet_delete",
  "wallet_find",
  "wallet_status",
  "wallet_default",
  "batch_create",
  "batch_confirm",
  "batch_cancel",
  "batch_status",
  "payparts_create",
  "payparts_confirm",
  "payparts_cancel",
  "payparts_refund",
  "payparts_refund_retry",
  "payparts_refund_cancel",
  "payparts_info",
  "payparts_operation",
  "payparts_banks",
  "payparts_resend",
  "alternative_create",
  "alternative_refund",
  "alternative_info",
  "alternative_operation",
  "alternative_resend",
] as const

export type Endpoint = (typeof ENDPOINTS)[number] | "other"

export const FAULT_KINDS = [
  "latency",
  "drop_before",
  "drop_after",
  "timeout_before",
  "timeout_after",
  "429",
  "500_before",
  "500_after",
  "502_before",
  "502_after",
  "malformed_after",
] as const

/**
 * A fault to happen. "before": nothing was done. "after": it was done, its answer is lost.
 * `times`: 0 = until cleared. `ms`: how long latency or a timeout lasts. `reset`: seconds for
 * X-RateLimit-Reset of a 429.
 */
export const faultShape = z.strictObject({
  endpoint: z.enum([...ENDPOINTS, "*"]),
  kind: z.enum(FAULT_KINDS),
  times: z.int().min(0).default(1),
  ms: z.int().min(0).optional(),
  reset: z.int().min(0).optional(),
  external_id: z.string().optional(),
  login: z.string().optional(),
})

export type Fault = z.infer<typeof faultShape> & { id: string; hits: number }

type Call = { endpoint: Endpoint; external_id: string | undefined; login: string | undefined }

export class Faults {
  private faults: Fault[] = []
  private count = 0

  add(wanted: z.infer<typeof faultShape>): Fault {
    this.count += 1
    const fault: Fault = { ...wanted, id: `fault-${this.count}`, hits: 0 }
    this.faults.push(fault)
    return fault
  }

  /**
   * Every fault that strikes this call, each used up by one: all latencies, and the first of
   * the others.
   */
  strike(call: Call): Fault[] {
    const matching = this.faults.filter(
      (fault) =>
        (fault.endpoint === "*" || fault.endpoint === call.endpoint) &&
        (fault.external_id === undefined || fault.external_id === call.external_id) &&
        (fault.login === undefined || fault.login === call.login),
    )
    const hard = matching.find((fault) => fault.kind !== "latency")
    const struck = matching.filter((fault) => fault.kind === "latency" || fault === hard)
    for (const fault of struck) fault.hits += 1
    this.faults = this.faults.filter((fault) => fault.times === 0 || fault.hits < fault.times)
    return struck
  }

  list(): Fault[] {
    return this.faults
  }

  clear(): void {
    this.faults = []
  }
}
