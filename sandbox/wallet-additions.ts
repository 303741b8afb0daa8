import { randomUUID } from "node:crypto"
import type { WalletCard, WalletOwner } from "./wallets"

/** One request to put a card into a wallet, and how far it has come. */
export type Addition = WalletOwner & {
  addition_id: string
  mode: "hosted" | "direct"
  callback_url: string | null
  result_url: string | null
  make_default: boolean
  created_at: string
  /** init = no card yet, pending = the bank is asking the shopper. */
  status: "init" | "pending" | "success" | "failure"
  entry: WalletCard | null
}

export class WalletAdditions {
  private additions: Addition[] = []

  open(wanted: Omit<Addition, "addition_id" | "status" | "entry">): Addition {
    const addition: Addition = {
      ...wanted,
      addition_id: randomUUID(),
      status: "init",
      entry: null,
    }
    this.additions.push(addition)
    return addition
  }

  find(addition_id: string): Addition | undefined {
    return this.additions.find((one) => one.addition_id === addition_id)
  }

  /** The latest one of a customer that nobody has finished. */
  unfinished(customer_external_id: string, login?: string): Addition | undefined {
    return this.additions
      .filter(
        (one) =>
          one.customer_external_id === customer_external_id &&
          (login === undefined || one.login === login) &&
          (one.status === "init" || one.status === "pending"),
      )
      .at(-1)
  }

  /** How the latest try with this card ended; a card from a payment has had none. */
  statusOf(entry: WalletCard): Addition["status"] {
    const last = this.additions.filter((one) => one.entry === entry).at(-1)
    return last?.status ?? (entry.is_confirmed ? "success" : "pending")
  }

  clear(): void {
    this.additions = []
  }
}
