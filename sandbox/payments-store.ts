import type { Page, Payment } from "./payment"

/** All payments, by login and external_id, and the hosted pages that lead to them. */
export class PaymentsStore {
  private readonly byKey = new Map<string, Payment>()
  private readonly byPage = new Map<string, Payment>()

  find(login: string, external_id: string): Payment | undefined {
    return this.byKey.get(keyOf(login, external_id))
  }

  /** For control calls that name no login: the first payment with this external_id. */
  findAny(external_id: string): Payment | undefined {
    return this.list().find((payment) => payment.external_id === external_id)
  }

  findById(id: string): Payment | undefined {
    return this.list().find((payment) => payment.id === id)
  }

  findByPage(page_id: string): { payment: Payment; page: Page } | undefined {
    const payment = this.byPage.get(page_id)
    const page = payment?.pages.find((one) => one.page_id === page_id)
    return payment && page ? { payment, page } : undefined
  }

  add(payment: Payment): void {
    this.byKey.set(keyOf(payment.login, payment.external_id), payment)
    for (const page of payment.pages) this.byPage.set(page.page_id, payment)
  }

  remove(payment: Payment): void {
    this.byKey.delete(keyOf(payment.login, payment.external_id))
  }

  addPage(payment: Payment, page: Page): void {
    payment.pages.push(page)
    this.byPage.set(page.page_id, payment)
  }

  list(login?: string): Payment[] {
    const all = [...this.byKey.values()]
    return login === undefined ? all : all.filter((payment) => payment.login === login)
  }

  clear(): void {
    this.byKey.clear()
    this.byPage.clear()
  }
}

const keyOf = (login: string, external_id: string): string => JSON.stringify([login, external_id])
