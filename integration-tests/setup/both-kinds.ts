import { HOLD } from "./further-instances"
import { idOfSecond } from "./second-instance"
import { ROZETKAPAY } from "./store"

/** One store that takes money at once by one provider instance, and holds it first by another. */
export const BOTH_KINDS = { capture: true, second: HOLD }

export const AT_ONCE = {
  title: "A provider that takes money at once",
  provider: ROZETKAPAY,
  providerId: "rozetkapay",
  capture: true,
  /** Where 1319.99 UAH are when the order was placed. */
  money: { captured: "1319.99" },
}
export const HOLD_FIRST = {
  title: "A provider that holds money first",
  provider: idOfSecond(HOLD),
  providerId: HOLD.id,
  capture: false,
  money: { held: "1319.99" },
}
