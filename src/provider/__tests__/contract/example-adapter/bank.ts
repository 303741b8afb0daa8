import { randomUUID } from "node:crypto"

/*
 * The gateway of the example: in a real adapter this is somebody's API, with a client of its own beside
 * `src/rozetkapay`. It keeps its payments in memory, and knows nothing of Medusa.
 */

export type BankOperation = {
  id: string
  kind: "charge" | "authorize" | "capture" | "cancel" | "refund"
  /** "done", "refused", and whatever it may say one day. */
  status: string
  /** Decimal, in the major unit. Null: it does not say. */
  amount: string | null
  currency: string
}

type BankPayment = {
  isHold: boolean
  amount: string
  currency: string
  operations: BankOperation[]
}

/** Of its connection: whether it was lost before or after the work was done. */
export class BankLost extends Error {}

export type LostPart = "request" | "answer"

export class Bank {
  private readonly payments = new Map<string, BankPayment>()
  /** The bodies of its webhooks, in the order of their sending. */
  readonly told: string[] = []
  askedAgain = 0
  private readonly faults: { call: string; what: LostPart }[] = []

  lose(call: string, what: LostPart): void {
    this.faults.push({ call, what })
  }

  /** A payment that is opened again stays what it is. */
  open(id: string, isHold: boolean, amount: string, currency: string): Promise<string> {
    return this.serve("open", () => {
      if (!this.payments.has(id))
        this.payments.set(id, { isHold, amount, currency, operations: [] })
      return `https://bank.example/pay/${id}`
    })
  }

  /** The shopper on the bank's page. */
  shopperPays(id: string, status: "done" | "refused"): void {
    const payment = this.payments.get(id)
    if (!payment || isPaid(payment)) throw new Error(`${id} can't be paid`)
    this.add(id, payment.isHold ? "authorize" : "charge", payment.amount, status)
  }

  move(id: string, kind: "capture" | "cancel" | "refund", amount: string): Promise<boolean> {
    return this.serve(kind, () => {
      const payment = this.payments.get(id)
      if (!payment || !isPaid(payment)) return false
      this.add(id, kind, amount, "done")
      return true
    })
  }

  async look(id: string): Promise<BankOperation[]> {
    return this.payments.get(id)?.operations ?? []
  }

  async report(): Promise<{ payment: string; operation: BankOperation }[]> {
    return [...this.payments].flatMap(([payment, { operations }]) =>
      operations.map((operation) => ({ payment, operation })),
    )
  }

  async tellAgain(id: string): Promise<void> {
    this.askedAgain += 1
    for (const operation of await this.look(id)) this.tell(id, operation)
  }

  private add(id: string, kind: BankOperation["kind"], amount: string, status: string): void {
    const payment = this.payments.get(id)
    if (!payment) return
    const operation = { id: randomUUID(), kind, status, amount, currency: payment.currency }
    payment.operations.push(operation)
    this.tell(id, operation)
  }

  private tell(payment: string, operation: BankOperation): void {
    this.told.push(JSON.stringify({ payment, operation }))
  }

  private async serve<Answer>(call: string, work: () => Answer): Promise<Answer> {
    const at = this.faults.findIndex((fault) => fault.call === call)
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1)
    if (fault?.what === "request") throw new BankLost("the connection was lost")
    const answer = work()
    if (fault) throw new BankLost("the connection was lost")
    return answer
  }
}

const isPaid = ({ operations }: BankPayment): boolean =>
  operations.some(({ kind, status }) => kind !== "cancel" && status === "done")

const banks = new Map<string, Bank>()

/** The bank that an account is with. */
export const bankOf = (account: string): Bank => {
  const bank = banks.get(account) ?? new Bank()
  banks.set(account, bank)
  return bank
}

/** Everything that was ever paid is forgotten. */
export const closeBank = (account: string): void => {
  banks.delete(account)
}
