import type { History } from "../history"

/*
 * Each of these faults was once in the plugin, and no test had met it. Its mend is taken out here, and a few
 * thousand histories must find that: else the simulation proves nothing.
 */

/** All of them are met within some hundred histories of this seed. */
const RUNS = 4_000
const SEED = 1

type Module = typeof import("../../src/core/plan") &
  typeof import("../../src/provider/hook-context") &
  typeof import("../../src/provider/recent-events") &
  typeof import("../../src/provider/send-what-is-due") &
  typeof import("../../src/sync/purchase-lease") &
  typeof import("../../src/sync/returning")

type Mend = {
  fault: string
  kind: History["kind"]
  /** Where the mend is. */
  path: string
  without: (real: Module) => Partial<Module>
}

const judgedAlone: Mend["without"] = ({ plan }) => ({
  planPurchase: (tries) =>
    tries.map((one) => plan({ ...one, comesSecond: false, paidOtherwise: false })),
})

const MENDS: Mend[] = [
  {
    fault: "two pages of one cart, each judged by itself",
    kind: "cart",
    path: "core/plan",
    without: judgedAlone,
  },
  {
    fault: "two pages of a payment link, judged at one instant",
    kind: "link",
    path: "sync/purchase-lease",
    without: () => ({ aloneWithPurchase: (_store, _of, job) => job() }),
  },
  {
    fault: "a callback that is ahead of info, and forgotten",
    kind: "cart",
    path: "provider/recent-events",
    without: ({ RecentEvents }) => ({
      RecentEvents: class extends RecentEvents {
        override of() {
          return []
        }
      },
    }),
  },
  {
    fault: "a refund that is sent again when its answer was lost",
    kind: "cart",
    path: "provider/send-what-is-due",
    without: ({ sendWhatIsDue }) => ({
      sendWhatIsDue: async (gateway, payment, move, readLedger, dueOf) => {
        const again: typeof gateway.refund = async (...asked) => {
          const outcome = await gateway.refund(...asked)
          return outcome.is === "unknown" ? gateway.refund(...asked) : outcome
        }
        const blind = { ...gateway, refund: again }
        return sendWhatIsDue(blind, payment, move, readLedger, dueOf)
      },
    }),
  },
  {
    fault: "a refund in the cabinet that is taken for the one in the admin",
    kind: "cart",
    path: "provider/hook-context",
    without: ({ Seen }) => ({
      Seen: class extends Seen {
        override ask() {
          return null
        }
      },
    }),
  },
  {
    fault: "money that went back, its answer lost, of which nobody is told",
    kind: "cart",
    path: "sync/returning",
    without: () => ({ endReturning: async () => {} }),
  },
]

describe("the simulation finds, once its mend is taken out,", () => {
  afterEach(() => jest.resetModules())

  test.each(MENDS)("$fault", async ({ kind, path, without }) => {
    const file = require.resolve(`../../src/${path}`)
    jest.resetModules()
    jest.doMock(file, () => {
      const real = jest.requireActual(file)
      return { ...real, ...without(real) }
    })
    const { simulate } = jest.requireActual<typeof import("../simulate")>("../simulate")
    const met = await simulate(kind, RUNS, SEED).then(
      () => null,
      (error: unknown) => error,
    )
    expect(met).toHaveProperty("message", expect.stringContaining("Property failed"))
    // And not since the mend was taken out clumsily.
    expect(met).not.toHaveProperty(
      "cause.message",
      expect.stringMatching(/TypeError|is not a function/),
    )
    jest.dontMock(file)
  }, 600_000)
})
