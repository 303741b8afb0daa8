import type { CallbackMode } from "../drivers/gateway"
import type { Seller } from "../setup/further-instances"
import type { Kind } from "./store-process/payment-kinds"

/** Which shopper of the history; each has one cart at a time and all the pages that they ever opened. */
type Who = { who: number }
/** Which of the shopper's hosted pages, 0 being the newest. */
type OnPage = Who & { page: number }

/** What a shopper pays with in the store itself. */
export type Means = "cc_token" | "google_pay" | "apple_pay" | "consent" | "blik"

export type Card = keyof typeof CARDS
export const CARDS = {
  works: "4111111111111111",
  asksTheBank: "4242424242424242",
  refused: "4444333322221111",
  refusedByTheBank: "4200000000000000",
  poor: "4000000000000044",
}

/** How the store learns of two pages that were paid at one moment: both ways at one moment, too. */
export type Told = "by callbacks" | "by browsers"

/** What staff makes of an order that may be paid already. */
export type Edit = "more" | "less" | "nothing"

/** How another shop on the login names its payments, and what it writes on them. */
export type OtherNames = "its own" | "another Medusa's"
export type OtherMetadata = "none" | "its own" | "this plugin's"

export type SellerMove = "payment" | "confirm" | "cancel" | "refund"

/** One thing that one person, or the network, does. */
export type Step =
  | (Who & { do: "fill a cart"; kind: Kind; socks: number })
  | (Who & { do: "choose to pay"; kind: Kind; inTwoTabs: boolean })
  | (Who & { do: "change the cart" })
  | (OnPage & {
      do: "pay"
      card: Card
      bank: "approve" | "reject" | "leave"
      other: "less" | "more" | "dollars" | null
    })
  | (Who & { do: "pay here"; kind: Kind; means: Means; card: Card; impatient: boolean })
  | { do: "charge later"; kind: Kind; charge: number; twice: boolean }
  | (Who & { do: "two pages at once"; kind: Kind; socks: number; told: Told })
  | (Who & { do: "staff sends a link"; socks: number })
  | (Who & { do: "open the link"; kind: Kind; inTwoTabs: boolean })
  | (Who & { do: "two pages of a link at once"; kind: Kind; socks: number; told: Told })
  | (Who & { do: "a link is paid here by three presses"; kind: Kind; socks: number })
  | (Who & { do: "staff edits the order"; edit: Edit })
  | (Who & { do: "goods are deleted before they are paid"; kind: Kind })
  | {
      do: "another shop is paid"
      names: OtherNames
      metadata: OtherMetadata
      held: boolean
      hasCallback: boolean
    }
  | { do: "the database is backed up" }
  | { do: "the database comes back older" }
  | (OnPage & { do: "answer the bank"; answer: "approve" | "reject" })
  | (OnPage & { do: "come back"; to: "return" | "waiting" })
  | (Who & { do: "place the order" })
  | (Who & { do: "admin captures"; percent: number })
  | (Who & { do: "admin refunds"; percent: number })
  | (Who & { do: "admin cancels" })
  | (OnPage & { do: "cabinet"; move: "confirm" | "refund" | "cancel"; percent: number })
  | (Who & {
      do: "admin moves of sellers"
      move: "capture" | "refund"
      /** What is named of each, in per cent of what they have. */
      percents: Partial<Record<Seller, number>>
    })
  | (OnPage & {
      do: "cabinet of a seller"
      seller: Seller
      move: "confirm" | "refund" | "cancel"
      percent: number
    })
  | { do: "a seller's project refuses"; seller: Seller; operation: SellerMove; times: number }
  | (OnPage & { do: "bank"; event: "hold-cancelled" | "chargeback"; percent: number })
  | { do: "fault"; endpoint: string; kind: string; times: number }
  | { do: "faults end" }
  | { do: "callbacks"; mode: CallbackMode }
  | { do: "held callbacks come"; order: "given" | "reverse" | "shuffle" }
  | (OnPage & { do: "callback comes again"; copies: number })
  | { do: "gateway has no money for refunds"; yes: boolean }
  | (OnPage & { do: "deferred refunds end"; end: "settle" | "fail" })
  | { do: "reconcile" }

/** The process is killed this long after a step began, and started again. */
export type Crash = { at: number; afterMs: number }

/**
 * How the gateway behaves where nobody public knows how it does: names and values of the offline
 * RozetkaPay's quirks. The money must be right under each.
 */
export type Habits = Record<string, string | boolean>

export type History = {
  /** Where its shoppers live; in Ukraine when it is not said. */
  place?: "Poland"
  habits?: Habits
  /** The job does not run at the minute of the night that compares RozetkaPay's ledgers; it does later. */
  missesTheNight?: boolean
  shoppers: { kind: Kind; socks: number; hasPaid: boolean }[]
  /** Those of one group happen at once. */
  steps: Step[][]
  crashes: Crash[]
}
