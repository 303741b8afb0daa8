import type { Movement } from "../../src/core/due"
import type { Treatment } from "../gateway-model"
import { type GatewaySide, told } from "./gateway-side"

/** What the payment of a script is of. */
export const ASKED = 100

type Acts = {
  pay: (isDeclined?: boolean) => Promise<void>
  ask: (move: Movement, amount: string, treatment?: Treatment) => Promise<void>
  cabinet: (move: Movement, amount: string) => Promise<void>
  finish: (isMade: boolean) => Promise<void>
  stopInfo: () => Promise<void>
  letInfoGo: () => Promise<void>
}

export type GatewayScript = {
  title: string
  twoStep: boolean
  play: (acts: Acts) => Promise<void>
  /** What proves that the rule was there: in what was seen on both sides. */
  shows: RegExp
}

/** Short stories of one payment, each of a rule of RozetkaPay's that the simulation plays. */
export const GATEWAY_SCRIPTS: GatewayScript[] = [
  {
    title: "a payment in one step is captured when it is paid, and is paid once",
    twoStep: false,
    play: async ({ pay, ask }) => {
      await pay()
      await pay()
      await ask("capture", "40")
      await ask("cancel", "100")
    },
    shows: /pay: false\n/,
  },
  {
    title: "a payment that was refused may be paid on the same page",
    twoStep: true,
    play: async ({ pay }) => {
      await pay(true)
      await pay()
    },
    shows: /declined; told: authorize failure 100\npay: true\nauthorized 100/,
  },
  {
    title: "a hold is captured in parts, and no more than there is",
    twoStep: true,
    play: async ({ pay, ask }) => {
      await pay()
      await ask("capture", "40")
      await ask("capture", "70")
      await ask("capture", "60")
    },
    shows: /capture of 70: refused/,
  },
  {
    title: "what was not captured of a hold is canceled, and then neither captured nor canceled",
    twoStep: true,
    play: async ({ pay, ask }) => {
      await pay()
      await ask("capture", "40")
      await ask("cancel", "60")
      await ask("capture", "60")
      await ask("cancel", "60")
      await ask("refund", "40")
    },
    shows: /capture of 60: refused[\s\S]*cancel of 60: refused/,
  },
  {
    title: "a part of a hold is canceled, and the rest captured",
    twoStep: true,
    play: async ({ pay, ask }) => {
      await pay()
      await ask("cancel", "30")
      await ask("cancel", "30")
      await ask("capture", "100")
      await ask("capture", "40")
    },
    shows: /capture of 40: done/,
  },
  {
    title: "no more is refunded than was captured, and nothing of a hold",
    twoStep: true,
    play: async ({ pay, ask }) => {
      await pay()
      await ask("refund", "30")
      await ask("capture", "60")
      await ask("refund", "40")
      await ask("refund", "30")
      await ask("refund", "20")
    },
    shows: /refund of 30: refused[\s\S]*refund of 20: done/,
  },
  {
    title: "nothing can be done with what nobody has paid",
    twoStep: true,
    play: async ({ ask, cabinet }) => {
      await ask("capture", "100")
      await ask("cancel", "100")
      await ask("refund", "100")
      await cabinet("capture", "100")
    },
    shows: /capture of 100: refused\n.*told: nothing/,
  },
  {
    title: "an answer that is lost tells nothing of what was done, and a lost request does nothing",
    twoStep: false,
    play: async ({ pay, ask }) => {
      await pay()
      await ask("refund", "30", "loses the answer")
      await ask("refund", "40", "loses the request")
      await ask("refund", "40", "is unavailable")
    },
    shows: /refund of 30: unknown\n.*refunded 30[\s\S]*refund of 40: unknown\n.*refunded 30/,
  },
  {
    title: "a refund above the merchant's balance waits, counts, and is made",
    twoStep: false,
    play: async ({ pay, ask, finish }) => {
      await pay()
      await ask("refund", "30", "defers")
      await ask("refund", "80")
      await finish(true)
    },
    shows: /refund of 30: pending[\s\S]*refund success 30/,
  },
  {
    title: "a refund that waits and is given up counts no more, and may be asked for again",
    twoStep: false,
    play: async ({ pay, ask, finish }) => {
      await pay()
      await ask("refund", "30", "defers")
      await finish(false)
      await ask("refund", "100")
    },
    shows: /a refund failed[\s\S]*refund of 100: done/,
  },
  {
    title:
      "what is done in the cabinet is told by callbacks as well, and is refused by the same rules",
    twoStep: true,
    play: async ({ pay, cabinet }) => {
      await pay()
      await cabinet("refund", "30")
      await cabinet("capture", "60")
      await cabinet("capture", "60")
      await cabinet("cancel", "40")
      await cabinet("refund", "30")
    },
    shows: /refund success 30$/,
  },
  {
    title: "info may be behind the callbacks",
    twoStep: true,
    play: async ({ pay, ask, stopInfo, letInfoGo }) => {
      await pay()
      await stopInfo()
      await ask("capture", "60")
      await ask("refund", "20")
      await letInfoGo()
    },
    shows: /captured 0\.00, canceled 0\.00, refunded 0\.00; told: .*capture success 60/,
  },
]

/** @returns what could be seen of it, line by line */
export const playGatewayScript = async (
  { twoStep, play }: GatewayScript,
  side: GatewaySide,
): Promise<string> => {
  const notes: string[] = []
  const note = async (what: string) => {
    notes.push(what, told(await side.ledger(), await side.callbacks()))
  }
  await side.open(twoStep)
  await note("opened")
  await play({
    pay: async (isDeclined = false) => note(`pay: ${await side.pay(isDeclined)}`),
    ask: async (move, amount, treatment = "works") =>
      note(`${move} of ${amount}: ${await side.ask(move, amount, treatment)}`),
    cabinet: async (move, amount) =>
      note(`${move} of ${amount} in the cabinet: ${await side.moveInCabinet(move, amount)}`),
    finish: async (isMade) => {
      await side.finishDeferred(isMade)
      await note(`what waited is ${isMade ? "made" : "given up"}`)
    },
    stopInfo: async () => {
      await side.stopInfo()
      await note("info stops")
    },
    letInfoGo: async () => {
      await side.letInfoGo()
      await note("info goes on")
    },
  })
  return notes.join("\n")
}
