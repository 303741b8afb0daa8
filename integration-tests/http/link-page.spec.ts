import { editOrder, type Link, sendLink } from "../drivers/payment-link"
import { bothLedgersBecome } from "../drivers/two-ledgers"
import { AT_ONCE, BOTH_KINDS } from "../setup/both-kinds"
import { runStore } from "../setup/run-store"

const DECLINED = "4444333322221111"
const BROWSER = { accept: "text/html,*/*", "accept-language": "en" }

runStore("Who pays an order by the page of its payment link", BOTH_KINDS, (store) => {
  const { providerId, money } = AT_ONCE
  const way = `pp_rozetkapay_${providerId} page`

  const addressOf = ({ cart, order }: Link, orderId: string | null = order.id) => {
    const said = orderId === null ? "" : `?order_id=${orderId}`
    return `${store.url}/payment-collection/${cart.collectionId}${said}`
  }
  const read = async (address: string) => {
    const answer = await fetch(address, { headers: BROWSER })
    return { status: answer.status, text: await answer.text() }
  }
  const press = async (
    link: Link,
    more: { headers?: object; orderId?: string; way?: string } = {},
  ) => {
    const answer = await fetch(addressOf(link, more.orderId ?? link.order.id), {
      method: "POST",
      redirect: "manual",
      headers: { ...BROWSER, ...more.headers },
      body: new URLSearchParams({ way: more.way ?? way }),
    })
    const { status } = answer
    return { status, to: answer.headers.get("location"), text: await answer.text() }
  }
  const created = async () => (await store.gateway.requests({ endpoint: "create" })).length

  it("sees what was bought and for how much, presses once, pays at RozetkaPay, and reads that it is paid", async () => {
    const link = await sendLink(store)
    const before = await read(addressOf(link))
    expect(before.text).toContain(`${link.order.display_id}`)
    expect(before.text).toContain("₴1,319.99")
    expect(before.text).toContain('class="lines"')
    const { status, to } = await press(link)
    expect(status).toBe(303)
    const [payment] = await store.gateway.payments()
    expect(to).toContain(store.gateway.url)
    await store.gateway.pay(payment?.external_id ?? "")
    await store.gateway.quiet()
    await bothLedgersBecome(store.admin, store.gateway, link.order, money)
    expect((await read(addressOf(link))).text).toContain("Paid. Thank you!")
  })

  it("is led to one page of RozetkaPay's by two presses at one instant, and by another one later", async () => {
    const link = await sendLink(store)
    const pressed = await Promise.all([press(link), press(link)])
    const later = await press(link)
    expect(new Set([...pressed, later].map(({ to }) => to)).size).toBe(1)
    expect(await created()).toBe(1)
  })

  it("sees nothing of an order that the address does not name rightly, and can start no payment of it", async () => {
    const [link, other] = [await sendLink(store), await sendLink(store)]
    const wrong = await read(addressOf(link, other.order.id))
    expect(wrong.status).toBe(404)
    expect(wrong.text).toContain("There is no such link")
    expect((await press(link, { orderId: other.order.id })).status).toBe(404)
    const bare = await read(addressOf(link, null))
    expect(bare.status).toBe(200)
    expect(bare.text).not.toContain('class="lines"')
    expect(bare.text).not.toContain("<form")
    const foreign = await press(link, { headers: { "sec-fetch-site": "cross-site" } })
    expect(foreign.status).toBe(200)
    expect(await created()).toBe(0)
  })

  it("starts nothing by a way that there is not, and nothing of an order that was canceled or edited meanwhile", async () => {
    const link = await sendLink(store)
    expect((await press(link, { way: "pp_system_default page" })).status).toBe(200)
    await editOrder(store, link.order.id, { shirts: 2 })
    expect((await read(addressOf(link))).text).not.toContain('"><script')
    expect((await store.admin.cancel(link.order)).status).toBe(200)
    const { status, text } = await press(link)
    expect(status).toBe(200)
    expect(text).toContain("The order was cancelled")
    expect(await created()).toBe(0)
  })

  it("reads why the card was refused, and pays by another one", async () => {
    const link = await sendLink(store)
    await press(link)
    const [payment] = await store.gateway.payments()
    const id = payment?.external_id ?? ""
    await store.gateway.pay(id, { card: DECLINED })
    const back = await store.shopper.comesBack(
      `${store.url}/hooks/rozetkapay/${providerId}/return/${id}`,
    )
    const page = await read(back.headers.get("location") ?? "")
    expect(page.text).toContain('role="alert"')
    expect(page.text).toContain('class="lines"')
    const again = await press(link)
    expect(again.status).toBe(303)
    const last = (await store.gateway.payments()).at(-1)
    await store.gateway.pay(last?.external_id ?? "")
    await store.gateway.quiet()
    await bothLedgersBecome(store.admin, store.gateway, link.order, money)
  })
})
