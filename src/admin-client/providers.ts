import type { Time } from "./sums"

/** `GET /admin/rozetkapay/providers`. Nothing in it is secret. `?check=true`: keys and callback address are tried now. */
export type Providers = { providers: ProviderHealth[]; store: StoreHealth }

export type ProviderHealth = {
  /** "pp_rozetkapay_rozetkapay". */
  id: string
  /** Of its adapter, for people. */
  title: string
  is_enabled: boolean
  /** `sandbox`: neither of RozetkaPay's own addresses; `test`: RozetkaPay's, with its published test keys. */
  environment: "live" | "test" | "sandbox"
  /** false: captured with the payment; true: held first. */
  two_step: boolean
  /** Of the regions that offer it. */
  currencies: string[]
  regions: { id: string; name: string }[]
  callback_url: string
  return_url: string
  /** Null: not tried since the start. */
  keys: KeyCheck | null
  reachability: Reachability | null
  last_callback_at: Time | null
  /** Newest first, at most 10. */
  last_runs: ReconcileRun[]
}

export type KeyCheck = { is: "known" | "refused" | "unanswered"; at: Time; message: string | null }

/** Whether the callback address answers from outside as this plugin does. */
export type Reachability = {
  is: "reached" | "not_reached" | "answered_by_another"
  at: Time
  milliseconds: number | null
  message: string | null
}

export type ReconcileRun = {
  began_at: Time
  milliseconds: number
  checked: number
  differences: number
  operations_compared: number
  announced: number
  has_more: boolean
  errors: string[]
}

export type StoreHealth = {
  version: string
  medusa_version: string | null
  modules: {
    module: "locking" | "event_bus" | "workflow_engine" | "caching"
    /** As registered: "locking-redis". */
    name: string
    /** Whether several processes share it. */
    is_shared: boolean
  }[]
  /** Several processes would be unsafe with these. Empty: all are shared, or one process is enough. */
  unsafe_with_several_processes: ("locking" | "event_bus" | "workflow_engine")[]
}
