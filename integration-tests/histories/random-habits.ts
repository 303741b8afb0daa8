import fc from "fast-check"
import type { Habits } from "./history"

type Possible = Record<string, Habits[string][]>

/**
 * Those that change how a payment to several sellers, a legacy one, or any, is read and moved. Without
 * `info_after_decline`: that a seller's order was refused is then learnt half a minute later, for which
 * no history waits.
 */
export const CARD_HABITS = {
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
} satisfies Possible

/** What any of them may do. */
const OF_ALL = {
  create_again: ["new_page"],
  pending_first: [true],
  pending_refund_in_info: [true],
  decline_callbacks: [false],
  callbacks_without_url: [false],
} satisfies Possible

export const PARTS_HABITS = {
  ...OF_ALL,
  payparts_waiting: ["status_created", "code_created"],
  payparts_asked_is_success: [false],
  payparts_refusal: ["result"],
  payparts_create_again: ["new_order", "refused"],
  payparts_create_after_decline: ["refused"],
  payparts_waiting_in_info: ["data_not_found"],
  payparts_auto_confirm: ["own_operation"],
  payparts_cancel_unsigned: ["ends"],
  payparts_refund: ["later"],
  payparts_refund_pending_code: ["refund_pending"],
  payparts_details_amount: ["string"],
} satisfies Possible

export const ALTERNATIVE_HABITS = {
  ...OF_ALL,
  alternative_create_again: ["same_try", "refused"],
  alternative_refund: ["later"],
  alternative_refund_method: ["create", "absent"],
  blik_answer: ["final"],
} satisfies Possible

/** Half of the gateways have no habit but the usual ones; each other has some. */
export const habits = (possible: Possible): fc.Arbitrary<Habits> =>
  fc.oneof(
    fc.constant<Habits>({}),
    fc
      .uniqueArray(
        fc.oneof(
          ...Object.entries(possible).map(([name, values]) =>
            fc.tuple(fc.constant(name), fc.constantFrom(...values)),
          ),
        ),
        { selector: ([name]) => name, minLength: 1, maxLength: 6, size: "max" },
      )
      .map((some): Habits => Object.fromEntries(some)),
  )
