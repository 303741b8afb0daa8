import fc from "fast-check"
import type { Habits } from "./history"

/**
 * Those that change how a payment to several sellers, a legacy one, or any, is read and moved. Without
 * `info_after_decline`: that a seller's order was refused is then learnt half a minute later, for which
 * no history waits.
 */
const HABITS = {
  batch_callbacks: ["orders", "batch"],
  batch_orders_field: ["orders_details"],
  batch_hosted_orders: ["none"],
  batch_order_metadata: [false],
  batch_order_access: ["on_behalf_of"],
  batch_create_again: ["refused"],
  batch_wrong_order: ["fails_alone"],
  batch_cancel_after_confirm: ["refused"],
  legacy_create_again: ["refused"],
  legacy_unpaid: ["absent"],
  create_again: ["new_page"],
  create_again_amount: ["keeps_first", "refuses"],
  hold_method: ["purchase"],
  one_step_confirmed: [true],
  pending_first: [true],
  pending_refund_in_info: [true],
  repeated_operation_code: ["action_not_allowed"],
  unpaid_operation_code: ["transaction_success_primary_not_found"],
  decline_callbacks: [false],
  decline_answer: ["error"],
  bank_callbacks: [false],
  callbacks_without_url: [false],
} satisfies Record<string, Habits[string][]>

/** Half of the gateways have no habit but the usual ones; each other has some. */
export const habits = fc.oneof(
  fc.constant<Habits>({}),
  fc
    .uniqueArray(
      fc.oneof(
        ...Object.entries<Habits[string][]>(HABITS).map(([name, values]) =>
          fc.tuple(fc.constant(name), fc.constantFrom(...values)),
        ),
      ),
      { selector: ([name]) => name, minLength: 1, maxLength: 6, size: "max" },
    )
    .map((some): Habits => Object.fromEntries(some)),
)
