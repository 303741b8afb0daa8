import { moneyOf } from "../../../core/money"
import { waitingPage } from "../waiting-page"

const pageOf = (
  language: "uk" | "en",
  looks: number,
  cart: string | null,
  isDelayed = false,
  whereToConfirm: string | null = null,
) => waitingPage({ language, look: {}, money: null, looks, cart, isDelayed, whereToConfirm })

const refresh = (page: string) =>
  /http-equiv="refresh" content="(\d+);url=([^"]+)"/.exec(page)?.slice(1)

describe("the page that waits for the bank", () => {
  test("it speaks the shopper's language and says that the page may be closed", () => {
    const ukrainian = pageOf("uk", 0, null)
    expect(ukrainian).toContain('<html lang="uk">')
    expect(ukrainian).toContain("<h1>Чекаємо на банк</h1>")
    expect(ukrainian).toContain("закривати її не обов'язково")
    const english = pageOf("en", 0, null)
    expect(english).toContain('<html lang="en">')
    expect(english).toContain("<h1>Waiting for the bank</h1>")
    expect(english).toContain("you may close it")
  })

  test("it looks again every 3 seconds, then every 10, then no more by itself", () => {
    const looks = [0, 19, 20, 59, 60, 1_000]
    expect(looks.map((look) => refresh(pageOf("uk", look, null)))).toEqual([
      ["3", "?n=1"],
      ["3", "?n=20"],
      ["10", "?n=21"],
      ["10", "?n=60"],
      undefined,
      undefined,
    ])
  })

  test("the shopper can always look at once, also when it refreshes no more", () => {
    expect(pageOf("uk", 4, null)).toContain('<a class="button" href="?n=5">Перевірити зараз</a>')
    const late = pageOf("en", 60, null)
    expect(late).toContain('<a class="button" href="?n=61">Check now</a>')
    expect(late).toContain("taking longer than usual")
    expect(late).not.toContain("refreshes by itself")
  })

  test("who did not confirm the payment finds the way back to the cart, whatever stands in its address", () => {
    const page = pageOf("en", 3, 'https://shop.ua/checkout?a=1&b="><script>')
    expect(page).toContain(
      'href="https://shop.ua/checkout?a=1&amp;b=&quot;&gt;&lt;script&gt;">Back to the cart',
    )
    expect(pageOf("en", 3, null)).not.toContain("Back to the cart")
  })

  test("it works without scripts and asks nothing of another host", () => {
    for (const page of [pageOf("uk", 0, null), pageOf("en", 99, null)]) {
      expect(page).not.toMatch(
        /<script|<img|<link(?! rel="icon" href="data:,">)|<iframe|\ssrc=|@import|url\(|https?:|\/\//i,
      )
    }
  })

  test("it is meant for a phone, and for no search engine", () => {
    const page = pageOf("uk", 0, null)
    expect(page).toContain('name="viewport" content="width=device-width, initial-scale=1"')
    expect(page).toContain('name="robots" content="noindex, nofollow"')
    expect(page).toContain("prefers-reduced-motion")
  })

  test("it shows what is being paid, and whose shop it is, where that is known", () => {
    const page = waitingPage({
      language: "uk",
      look: { name: "Крамниця" },
      money: moneyOf("1319.99", "UAH"),
      looks: 0,
      cart: null,
    })
    expect(page).toContain("Крамниця")
    expect(page).toContain("1\u00a0319,99\u00a0₴")
    expect(pageOf("uk", 0, null)).not.toContain("₴")
  })

  test("it says which app to open, whatever stands in the words", () => {
    const page = pageOf("en", 0, null, false, 'Open <monobank> & "confirm"')
    expect(page).toContain('<p><strong>Open &lt;monobank&gt; &amp; "confirm"</strong></p>')
    expect(pageOf("en", 0, null)).not.toContain("<strong>")
  })
})
