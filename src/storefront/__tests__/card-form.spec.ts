import { type CardFormOptions, mountCardForm } from "../card-form"
import { openPage, type StorePage, widgetOf } from "./page-of-a-store"

const TOKEN = {
  token: "tok_5f0c1f6a7b",
  expires_at: "2099-12-31T00:00:00",
  card_mask: "424242******4242",
}

describe("the card form in a store's page", () => {
  let page: StorePage
  beforeEach(() => {
    page = openPage()
    page.addElement("card")
  })
  afterEach(() => page.leave())

  const mount = (options: Partial<CardFormOptions> = {}) => {
    const widget = widgetOf(page)
    const onToken = jest.fn()
    const onError = jest.fn()
    const form = mountCardForm({ key: "key", element: "card", onToken, onError, ...options })
    const arrive = async () => {
      widget.arrive()
      await new Promise((resolve) => setImmediate(resolve))
    }
    return { form, ...widget, arrive, onToken, onError }
  }

  test("opens in its place, in the shopper's language, with the amount to show", async () => {
    const { form, arrive, asked, done } = mount({
      element: "#card",
      amount: 350.5,
      locale: "en-US",
      customer: { id: "cus_1", email: "tom@example.com" },
    })
    await arrive()
    page.say("widget-init-ready")
    await form.ready
    expect(done).toEqual(["open"])
    expect(asked).toEqual([
      {
        key: "key",
        mode: "inline",
        selector: "card",
        amount: 350.5,
        lang: "en",
        customer_id: "cus_1",
        customer_email: "tom@example.com",
        onToken: expect.any(Function),
      },
    ])
  })

  test.each([
    ["uk-UA", "uk"],
    ["en", "en"],
    ["PL", "pl"],
    ["fr-FR", "uk"],
  ])("speaks to a shopper of %s in %s", async (locale, lang) => {
    const { arrive, asked, form } = mount({ locale })
    await arrive()
    expect(asked).toMatchObject([{ lang }])
    form.close()
  })

  test("hands over one token at a time: a second press while the first is paying is ignored", async () => {
    let finish = () => {}
    const onToken = jest.fn(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve
        }),
    )
    const { arrive, asked, form } = mount({ onToken })
    await arrive()
    asked[0]?.onToken(TOKEN)
    asked[0]?.onToken({ ...TOKEN, token: "tok_second" })
    expect(onToken.mock.calls).toEqual([[TOKEN]])
    finish()
    await new Promise((resolve) => setImmediate(resolve))
    asked[0]?.onToken({ ...TOKEN, token: "tok_third" })
    expect(onToken).toHaveBeenCalledTimes(2)
    form.close()
  })

  test("tells of a failure in the store's own code", async () => {
    const { arrive, asked, onError, form } = mount({
      onToken: async () => {
        throw new Error("the store is offline")
      },
    })
    await arrive()
    asked[0]?.onToken(TOKEN)
    await new Promise((resolve) => setImmediate(resolve))
    expect(onError).toHaveBeenCalledWith(new Error("the store is offline"))
    form.close()
  })

  test("that RozetkaPay refuses says why", async () => {
    const { form, arrive, onError } = mount()
    await arrive()
    page.say("widget-init-error", { id: "invalid_key", message: "The key is not known" })
    await expect(form.ready).rejects.toMatchObject({
      reason: "refused",
      message: expect.stringContaining("The key is not known"),
    })
    expect(onError).toHaveBeenCalledTimes(1)
  })

  test("that never comes is reported in the end", async () => {
    const { form, arrive } = mount({ timeoutMs: 20 })
    await arrive()
    await expect(form.ready).rejects.toMatchObject({ reason: "timeout" })
  })

  test("without a place in the page is reported, and RozetkaPay is not asked", async () => {
    const { form, arrive, asked } = mount({ element: "nowhere" })
    await arrive()
    await expect(form.ready).rejects.toMatchObject({ reason: "no_element" })
    expect(asked).toEqual([])
  })

  test("closed while it is loading never opens, and is no error", async () => {
    const { form, arrive, done, onError } = mount()
    form.close()
    await arrive()
    await form.ready
    expect(done).toEqual([])
    expect(onError).not.toHaveBeenCalled()
  })

  test("closed takes no token any more, and closes the widget once", async () => {
    const { form, arrive, asked, done, onToken } = mount()
    await arrive()
    form.close()
    form.close()
    await form.ready
    asked[0]?.onToken(TOKEN)
    expect(done).toEqual(["open", "close"])
    expect(onToken).not.toHaveBeenCalled()
  })
})
