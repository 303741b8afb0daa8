import { randomBytes } from "node:crypto"
import { z } from "zod"
import type { RunningStore } from "../setup/store"
import { ApiClient } from "./api-client"
import type { Answer } from "./json-http"
import { Shopper } from "./shopper"

const tokenShape = z.object({ token: z.string() })
const customerShape = z.object({ customer: z.object({ id: z.string() }) })

const cardShape = z.strictObject({
  id: z.string(),
  mask: z.string().nullable(),
  brand: z.string().nullable(),
  expiry: z.string().nullable(),
  bank: z.string().nullable(),
  name: z.string().nullable(),
  is_default: z.boolean(),
})
export type CardInStore = z.output<typeof cardShape>
const cardAnswer = z.object({ card: cardShape })
const cardsAnswer = z.object({ cards: z.array(cardShape) })

const consentShape = z.strictObject({
  given: z.boolean(),
  mask: z.string().nullable(),
  given_at: z.string().nullable(),
  currency_code: z.string().nullable(),
})

const CARDS = "/store/rozetkapay/cards"
const CONSENT = "/store/rozetkapay/consent"

/** What a storefront puts into the session to pay with a saved card. */
export const bySavedCard = (option_id: string) => ({
  mode: "direct",
  payment_method: { type: "wallet", option_id },
})

/** A shopper with an account who has logged in. */
export class Customer extends Shopper {
  /** Everything that the plugin's own routes have answered. */
  readonly heard: string[] = []

  private constructor(
    store: Pick<RunningStore, "url" | "seed">,
    readonly id: string,
    token: string,
  ) {
    super(store.url, store.seed, { authorization: `Bearer ${token}` })
  }

  /** Registers and logs in, as a storefront does it. */
  static async register(store: Pick<RunningStore, "url" | "seed">): Promise<Customer> {
    const email = `customer-${randomBytes(6).toString("hex")}@example.com`
    const login = { email, password: "correct-horse" }
    const key = { "x-publishable-api-key": store.seed.publishableKey }
    const guest = new ApiClient(store.url, key)
    const registered = await guest.post(tokenShape, "/auth/customer/emailpass/register", login)
    const { customer } = await new ApiClient(store.url, {
      ...key,
      authorization: `Bearer ${registered.token}`,
    }).post(customerShape, "/store/customers", { email, first_name: "Леся" })
    const { token } = await guest.post(tokenShape, "/auth/customer/emailpass", login)
    return new Customer(store, customer.id, token)
  }

  async cards(query = ""): Promise<CardInStore[]> {
    return cardsAnswer.parse((await this.ask("GET", query)).json).cards
  }

  /** Saves a card that must be captured at once. */
  async saveCard(card: object): Promise<CardInStore> {
    return cardAnswer.parse((await this.ask("POST", "", card)).json).card
  }

  /** Whether this customer may be charged without them, as the storefront shows it. */
  async consent(provider: string, method: "GET" | "DELETE" = "GET") {
    const answer = await this.api.call(method, `${CONSENT}?provider_id=${provider}`)
    this.heard.push(answer.text)
    return consentShape.parse(answer.json)
  }

  /** What the Store API shows to this customer. */
  see(path: string): Promise<Answer> {
    return this.api.call("GET", path)
  }

  /** Any call of the routes of saved cards; a refusal is a result. */
  async ask(method: "GET" | "POST" | "DELETE", path = "", body?: object): Promise<Answer> {
    const answer = await this.api.call(method, `${CARDS}${path}`, body)
    this.heard.push(answer.text)
    return answer
  }
}
