import type { StoreOverHttp } from "../setup/store"
import { type Answer, send } from "./json-http"
import type { Link } from "./payment-link"

/** The page of a payment link in a shopper's browser, which follows no redirect. */
export class LinkPage {
  constructor(
    private readonly store: StoreOverHttp,
    private readonly link: Pick<Link, "cart" | "order">,
  ) {}

  get address(): string {
    return this.addressWith(this.link.order.id)
  }

  /** @param order_id "": as somebody opens it who has the collection's id alone */
  addressWith(order_id: string): string {
    const query = order_id && `?order_id=${encodeURIComponent(order_id)}`
    return `${this.store.url}/payment-collection/${this.link.cart.collectionId}${query}`
  }

  open(address = this.address): Promise<Answer> {
    return send(address, { headers: BROWSER })
  }

  /** Presses the button of a way to pay. */
  choose(
    way: string,
    more: Record<string, string> = {},
    { address = this.address, headers = {} }: { address?: string; headers?: HeadersOf } = {},
  ): Promise<Answer> {
    return send(address, {
      method: "POST",
      headers: { ...BROWSER, "content-type": "application/x-www-form-urlencoded", ...headers },
      raw: new URLSearchParams({ way, ...more }).toString(),
    })
  }
}

type HeadersOf = Record<string, string>

const BROWSER = {
  accept: "text/html,application/xhtml+xml,*/*;q=0.8",
  "accept-language": "uk",
}

/** What the buttons of a page choose. */
export const waysIn = ({ text }: Answer): string[] =>
  [...text.matchAll(/name="way" value="([^"]+)"/g)].map(([, way = ""]) => way)
