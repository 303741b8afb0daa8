import { adminSuite } from "./setup/admin-suite"
import { holds } from "./walks/holds"
import { loggingIn } from "./walks/logging-in"
import { needsAttention } from "./walks/needs-attention"
import { otherWaysToPay } from "./walks/other-ways-to-pay"
import { outsideTheStore } from "./walks/outside-the-store"
import { refunds } from "./walks/refunds"
import { settingsPages } from "./walks/settings-pages"
import { twoWindows } from "./walks/two-windows"

/** Milliseconds for one test: a dozen pages on a busy machine. */
jest.setTimeout(300_000)

adminSuite("Staff in the dashboard", (stage) => {
  loggingIn(stage)
  // Before anything has gone wrong in this store.
  needsAttention(stage)
  holds(stage)
  refunds(stage)
  twoWindows(stage)
  outsideTheStore(stage)
  otherWaysToPay(stage)
  settingsPages(stage)
})
