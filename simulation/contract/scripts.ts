import { uah } from "../medusa-model"
import type { ScriptedProvider } from "./scripted-provider"
import { type Hook, type Side, told } from "./side"

/** What the cart of a script costs, and some of it. */
export const COST = uah(1319.99)
const PART = uah(500)
const MOST = uah(1000)

type Act = (name: string, job: () => Promise<void>) => Promise<void>

export type Script = {
  title: string
  takesAtOnce: boolean
  play: (side: Side, act: Act, provider: ScriptedProvider) => Promise<void>
  /** What proves that the fault, or the rule, was there: in what was seen on both sides. */
  shows: RegExp
  /** Asked while something else goes on, of which nobody knows how far it is. */
  atOnce?: Hook[]
}

const paid: Script["play"] = async (side, act) => {
  await act("open", side.open)
  await act("complete", side.completeCart)
}

/** Short stories, each of a rule or a fault of Medusa's that the simulation plays. */
export const SCRIPTS: Script[] = [
  {
    title: "an order stands, and is linked, before it has its Payment",
    takesAtOnce: true,
    play: paid,
    shows: /authorizePayment: sessions: pending; order \[\] lacks 1319.99/,
  },
  {
    title: "money that is taken at once is a capture of which the provider is not asked",
    takesAtOnce: true,
    play: paid,
    shows: /complete: made\n.*captured \+1319.99; order \[1319.99\]/,
  },
  {
    title:
      "a cart that is completed twice at once becomes one order: the second waits for the lock",
    takesAtOnce: true,
    play: async (side, act, provider) => {
      let second = Promise.resolve()
      await act("open", side.open)
      provider.during("authorizePayment", async () => {
        second = act("complete at once", side.completeCart)
      })
      await act("complete", side.completeCart)
      await second
      await act("complete again", side.completeCart)
    },
    shows: /complete again: made/,
  },
  {
    title: "only the oldest of two open sessions is looked at",
    takesAtOnce: true,
    play: async (side, act) => {
      await act("open", side.open)
      await act("open beside", side.openBeside)
      await act("complete", side.completeCart)
    },
    shows: /sessions: authorized, pending; Payment/,
  },
  {
    title: "another page, and another sum, delete what was open",
    takesAtOnce: true,
    play: async (side, act) => {
      await act("open", side.open)
      await act("open again", side.open)
      await act("change the cart", side.changeCart)
    },
    atOnce: ["deletePayment"],
    shows: /deletePayment[\s\S]*deletePayment[\s\S]*change the cart: made\nsessions: none/,
  },
  {
    title: "a cart without an open session is not completed",
    takesAtOnce: true,
    play: (_, act) => act("complete", _.completeCart),
    shows: /complete: refused/,
  },
  {
    title: "a refused authorization undoes the order and leaves the session",
    takesAtOnce: true,
    play: async (side, act, provider) => {
      provider.fails("authorizePayment")
      await paid(side, act, provider)
      await act("complete again", side.completeCart)
    },
    shows: /complete: refused\nsessions: pending; no order/,
  },
  {
    title:
      "a session that is deleted while it is authorized: the provider is told to cancel, without a Payment",
    takesAtOnce: false,
    play: async (side, act, provider) => {
      await act("open", side.open)
      provider.during("authorizePayment", () => act("open again", side.open))
      await act("complete", side.completeCart)
    },
    atOnce: ["deletePayment"],
    shows:
      /cancelPayment: sessions: pending; order[\s\S]*complete: refused\nsessions: pending; no order/,
  },
  {
    title:
      "a Payment that another request has written meanwhile: the provider is told to cancel, and the order is undone",
    takesAtOnce: false,
    play: async (side, act, provider) => {
      await act("open", side.open)
      provider.during("authorizePayment", () => act("authorize", side.authorize))
      await act("complete", side.completeCart)
      await act("complete again", side.completeCart)
    },
    shows: /cancelPayment[\s\S]*complete: refused/,
  },
  {
    title: "a Payment that is there already is the order's",
    takesAtOnce: true,
    play: async (side, act) => {
      await act("open", side.open)
      await act("authorize", side.authorize)
      await act("complete", side.completeCart)
    },
    shows: /complete: made/,
  },
  {
    title:
      "an order that fails after its Payment: canceled, then refunded, and another session opened",
    takesAtOnce: true,
    play: async (side, act, provider) => {
      side.failAfterPayment()
      await paid(side, act, provider)
      await act("complete again", side.completeCart)
    },
    shows: /cancelPayment[\s\S]*refundPayment[\s\S]*complete: refused/,
    atOnce: ["cancelPayment", "deletePayment"],
  },
  {
    title: "a capture's row stands before the provider is asked, and goes when that fails",
    takesAtOnce: false,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      provider.fails("capturePayment")
      await act("capture a part", () => side.capture(PART))
      await act("capture a part again", () => side.capture(PART))
    },
    shows: /capturePayment: .*Payment of 1319.99 \+500.00; order \[\].*\ncapture a part: refused/,
  },
  {
    title: "no more is captured than was authorized, and without an amount the whole is meant",
    takesAtOnce: false,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      await act("capture a part", () => side.capture(PART))
      await act("capture too much", () => side.capture(MOST))
      await act("capture without an amount", () => side.capture(null))
      await act("capture the rest", () => side.capture(uah(819.99)))
      await act("capture once more", () => side.capture(PART))
    },
    shows: /capture without an amount: refused[\s\S]*capture once more: made/,
  },
  {
    title: "of two captures of the whole at once one is refused",
    takesAtOnce: false,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      provider.during("capturePayment", () => act("capture at once", () => side.capture(null)))
      await act("capture", () => side.capture(null))
    },
    shows: /capture at once: refused/,
  },
  {
    title:
      "a refund's row stands before the provider is asked, goes when that fails, and lowers the order's total",
    takesAtOnce: true,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      provider.fails("refundPayment")
      await act("refund", () => side.refund(PART))
      await act("refund again", () => side.refund(PART))
      await act("refund too much", () => side.refund(MOST))
    },
    shows:
      /refundPayment: .*-500.00; order \[1319.99\][\s\S]*refund: refused[\s\S]*refund too much: refused/,
  },
  {
    title: "of two refunds at once no more is made than was captured",
    takesAtOnce: true,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      provider.during("refundPayment", () => act("refund at once", () => side.refund(MOST)))
      await act("refund", () => side.refund(MOST))
    },
    shows: /refund at once: refused/,
  },
  {
    title:
      "canceling a Payment asks the provider also when it was captured, and takes no captures afterwards",
    takesAtOnce: false,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      await act("capture a part", () => side.capture(PART))
      await act("cancel the Payment", side.cancelPayment)
      await act("capture a part again", () => side.capture(PART))
      await act("refund", () => side.refund(PART))
      await act("cancel the order", side.cancelOrder)
    },
    shows: /cancel the Payment: made[\s\S]*capture a part again: refused/,
  },
  {
    title:
      "canceling an order cancels a hold, and again what was canceled before; a second time it is refused",
    takesAtOnce: false,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      await act("cancel the Payment", side.cancelPayment)
      await act("cancel the order", side.cancelOrder)
      await act("cancel the order again", side.cancelOrder)
    },
    shows: /cancelPayment[\s\S]*cancelPayment[\s\S]*cancel the order again: refused/,
  },
  {
    title: "an order is canceled although the provider refuses to cancel the hold",
    takesAtOnce: false,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      provider.fails("cancelPayment")
      await act("cancel the order", side.cancelOrder)
    },
    shows: /cancel the order: made\n.*Payment of 1319.99; order, canceled/,
  },
  {
    title: "canceling an order refunds what was captured, and leaves the rest of the hold",
    takesAtOnce: false,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      await act("capture a part", () => side.capture(PART))
      await act("cancel the order", side.cancelOrder)
    },
    shows: /Payment of 1319.99 \+500.00 -500.00; order, canceled/,
  },
  {
    title:
      "an order is canceled, and says that money went back, although the provider refuses the refund",
    takesAtOnce: true,
    play: async (side, act, provider) => {
      await paid(side, act, provider)
      provider.fails("refundPayment")
      await act("cancel the order", side.cancelOrder)
      await act("refund", () => side.refund(PART))
    },
    shows: /cancel the order: made\n.*captured \+1319.99; order, canceled \[1319.99 -1319.99\]/,
  },
]

/** @returns what could be seen of it, line by line */
export const playScript = async (
  { play }: Script,
  side: Side,
  provider: ScriptedProvider,
): Promise<string> => {
  const { notes } = provider
  await play(
    side,
    async (name, job) => {
      const end = await job().then(
        () => "made",
        () => "refused",
      )
      notes.push(`${name}: ${end}`, told(await side.look()))
    },
    provider,
  )
  return notes.join("\n")
}
