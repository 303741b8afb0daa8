import { type Minor, toMinor } from "../money"
import type { OperationName } from "../payment"

export type BankMove = Extract<OperationName, "payment" | "confirm" | "cancel" | "refund">

/** Moves that the bank is going to refuse. */
export type BankRefusal = {
  code: string
  operation: BankMove
  /** Times left; 0 = until changed. */
  times: number
}

export type Bank = {
  name: string
  product_name: string
  /** Whether the project has it: `banks/info` lists it and create takes it. */
  offered: boolean
  available_periods: number[]
  /** Hryvnias, as the API tells them; null = the limit is left out. */
  min_amount: number | null
  max_amount: number | null
  /** What the merchant pays, in percent for each part. */
  fee_per_part: number
  needs_phone: boolean
  /** It takes no separate confirmation: a signed contract is final. */
  one_stage: boolean
  refusal: BankRefusal | null
}

const MOST_PARTS = 25

type Listed = Pick<Bank, "name" | "product_name" | "fee_per_part" | "needs_phone"> & {
  least: number
  min: number | null
  max: number | null
}

/** Least parts as the vendor's own plugins know them; limits and fees are likely ones. */
const LISTED: Listed[] = [
  {
    name: "stub",
    product_name: "Перевірна оплата частинами",
    least: 2,
    min: null,
    max: null,
    fee_per_part: 0,
    needs_phone: false,
  },
  {
    name: "monobank",
    product_name: "Покупка частинами monobank",
    least: 3,
    min: 1,
    max: 250_000,
    fee_per_part: 1.1,
    needs_phone: true,
  },
  {
    name: "privatbank",
    product_name: "Оплата частинами ПриватБанку",
    least: 2,
    min: 300,
    max: 250_000,
    fee_per_part: 1,
    needs_phone: false,
  },
  {
    name: "rozetkapay",
    product_name: "Оплата частинами RozetkaPay",
    least: 2,
    min: 500,
    max: 100_000,
    fee_per_part: 1.2,
    needs_phone: true,
  },
  {
    name: "abank",
    product_name: "Оплата частинами А-Банку",
    least: 2,
    min: 300,
    max: 200_000,
    fee_per_part: 1.15,
    needs_phone: true,
  },
  {
    name: "oschadbank",
    product_name: "Оплата частинами Ощадбанку",
    least: 2,
    min: 300,
    max: 100_000,
    fee_per_part: 1,
    needs_phone: false,
  },
  {
    name: "izibank",
    product_name: "Оплата частинами izibank",
    least: 3,
    min: 300,
    max: 50_000,
    fee_per_part: 1.25,
    needs_phone: true,
  },
]

/** As people know the bank. */
export const productNameOf = (name: string): string =>
  LISTED.find((listed) => listed.name === name)?.product_name ?? name

const asBank = ({ least, min, max, ...listed }: Listed): Bank => ({
  ...listed,
  offered: true,
  available_periods: Array.from({ length: MOST_PARTS - least + 1 }, (_, more) => least + more),
  min_amount: min,
  max_amount: max,
  one_stage: false,
  refusal: null,
})

/** The banks that give instalments, and what is going to go wrong in them. */
export class Banks {
  private banks = LISTED.map(asBank)
  /** Orders that the test bank is about to answer by itself. */
  thinking = 0

  list(): Bank[] {
    return this.banks
  }

  find(name: string): Bank | undefined {
    return this.banks.find((bank) => bank.name === name)
  }

  /** The refusal that this move meets, used up by it. */
  takeRefusal(name: string, operation: BankMove): BankRefusal | null {
    const bank = this.find(name)
    const refusal = bank?.refusal
    if (!bank || !refusal || refusal.operation !== operation) return null
    if (refusal.times === 1) bank.refusal = null
    else if (refusal.times > 1) refusal.times -= 1
    return refusal
  }

  /** Everything is offered and nothing refused again; orders that wait are left alone. */
  resetTerms(): void {
    this.banks = LISTED.map(asBank)
  }

  clear(): void {
    this.banks = LISTED.map(asBank)
    this.thinking = 0
  }
}

/** In hundredths of a percent, so that no float shows: 1.1 × 3 is 3.3. */
export const feeOf = ({ fee_per_part }: Bank, parts: number): number =>
  Math.round(fee_per_part * 100 * parts) / 100

/** Whether the bank lends so much; its limits are in hryvnias. */
export function isWithinLimits({ min_amount, max_amount }: Bank, amount: Minor): boolean {
  const least = min_amount === null ? null : toMinor(min_amount, "UAH")
  const most = max_amount === null ? null : toMinor(max_amount, "UAH")
  return (least === null || amount >= least) && (most === null || amount <= most)
}
