import { comeBack } from "../drivers/checkout"
import { LinkPage, waysIn } from "../drivers/link-page"
import { editOrder, type Link, outstanding, paymentsOf, sendLink } from "../drivers/payment-link"
import { bothLedgersBecome } from "../drivers/two-ledgers"
import { AT_ONCE, BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"
import { ROZETKAPAY } from "../setup/store"

const NO_FUNDS = "4000000000000044"

runStore("A payment link's page", BOTH_KINDS, (store) => {
  const CARD = `${ROZETKAPAY} page`

  /** The only payment that RozetkaPay has. */
  const thePayment = async () => {
    const [payment, ...more] = await store.gateway.payments()
    if (!payment || more.length > 0) throw new Error("There is not one payment")
    return payment
  }

  const isPaid = async (link: Link) => {
    await store.gateway.quiet()
    await bothLedgersBecome(store.admin, store.gateway, link.order, AT_ONCE.money)
    expect(paymentsOf(await store.admin.order(link.order.id))).toHaveLength(1)
  }

  const sent = async () => {
    const link = await sendLink(store)
    return { link, page: new LinkPage(store, link) }
  }

  it("shows what is bought, and leads both of two presses to one payment, which pays the order", async () => {
    const { link, page } = await sent()
    const before = await page.open()
    expect(before.status).toBe(200)
    expect(before.text).toContain(`Замовлення №${link.order.display_id}`)
    expect(before.text).toContain('<ul class="lines">')
    expect(before.text).toContain("1\u00a0319,99\u00a0₴")
    expect(waysIn(before)).toContain(CARD)
    expect(before.headers.get("cache-control")).toBe("no-store")

    const answers = await Promise.all([page.choose(CARD), page.choose(CARD)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const [first, second] = answers.map(({ headers }) => headers.get("location"))
    expect(first).toBe(second)
    expect(first).toMatch(store.gateway.url)
    expect(await store.gateway.requests({ endpoint: "create" })).toHaveLength(1)

    await store.gateway.pay((await thePayment()).external_id)
    await isPaid(link)
    const after = await page.open()
    expect(after.text).toContain("Сплачено")
    expect(waysIn(after)).toEqual([])
  })

  it("tells whoever names another order no more than of a link that is not there, and the collection's id alone shows no goods", async () => {
    const { page } = await sent()
    const other = await sendLink(store)
    const foreign = page.addressWith(other.order.id)
    const unknown = await page.open(`${store.url}/payment-collection/pay_col_01UNKNOWN`)
    const wrong = await page.open(foreign)
    expect([unknown.status, wrong.status]).toEqual([404, 404])
    expect(wrong.text).toBe(unknown.text)
    expect(wrong.text).not.toContain("Замовлення №")

    const bare = await page.open(page.addressWith(""))
    expect(bare.status).toBe(200)
    expect(bare.text).not.toContain('<ul class="lines">')
    for (const address of [foreign, page.addressWith("")]) {
      expect((await page.choose(CARD, {}, { address })).status).not.toBe(303)
    }
    const fromElsewhere = await page.choose(
      CARD,
      {},
      { headers: { "sec-fetch-site": "cross-site" } },
    )
    expect(fromElsewhere.status).toBe(200)
    expect(await store.gateway.requests()).toEqual([])
  })

  it("says why a card was refused, and is paid by another", async () => {
    const { link, page } = await sent()
    expect((await page.choose(CARD)).status).toBe(303)
    const { external_id: externalId } = await thePayment()
    await store.gateway.pay(externalId, { card: NO_FUNDS })
    await store.gateway.quiet()
    const result = await comeBack(store, { externalId })
    expect(result.searchParams.get("order_id")).toBe(link.order.id)
    const refused = await page.open(result.href)
    expect(refused.text).toContain('role="alert"')
    expect(refused.text).toContain('<ul class="lines">')
    // That page may take no other card: nobody is sent there again, by whichever address.
    expect((await page.open(page.addressWith(""))).text).not.toContain(store.gateway.url)

    expect((await page.choose(CARD)).status).toBe(303)
    const [second, ...more] = (await store.gateway.payments()).filter(
      ({ external_id }) => external_id !== externalId,
    )
    expect(more).toEqual([])
    await store.gateway.pay(second?.external_id ?? "")
    await isPaid(link)
  })

  it("starts nothing for an order that was cancelled, or edited to another sum, and says so", async () => {
    const { link, page } = await sent()
    await store.admin.cancel(link.order)
    expect((await page.open()).text).toContain("Замовлення скасовано")
    expect((await page.choose(CARD)).text).toContain("Замовлення скасовано")

    const edited = await sent()
    await editOrder(store, edited.link.order.id, { shirts: 0 })
    expect(await outstanding(store, edited.link.order.id)).toBe(0)
    const answer = await edited.page.choose(CARD)
    expect(answer.status).toBe(200)
    expect(waysIn(answer)).toEqual([])
    expect(await store.gateway.requests()).toEqual([])
  })
})
