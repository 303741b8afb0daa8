import type { AdminApi } from "./admin-api"

export interface Seller {
  /** As the products' metadata names them. */
  key: string
  name: string
  /** Of their own project at RozetkaPay. The sandbox knows every key that begins with `seller`. */
  apiKey: string
  /** Handles of what is theirs. */
  products: string[]
}

export type ModeName = "store" | "marketplace"

/** What kind of store the demo is: all that differs between its two. */
export interface StoreMode {
  name: ModeName
  /** Whom shoppers pay through, as this repository's medusa-config.ts registers it. */
  providerId: string
  /** Whose the products are; the first also gets the delivery. None where the store sells for itself. */
  sellers: Seller[]
  /** Sells by instalments of banks beside it; null where there are none. */
  partsProviderId: string | null
  /** Whether a cart may be bought in one click on RozetkaPay's page. */
  express: boolean
  /** Whether the provider keeps customers' cards, and charges them later without the customer. */
  keepsCards: boolean
  /** What the first purchase gives back, and how staff do it. */
  refund: {
    title: string
    make(admin: AdminApi, paymentId: string): Promise<unknown>
  }
}

const STORE: StoreMode = {
  name: "store",
  providerId: "pp_rozetkapay_rozetkapay",
  partsProviderId: "pp_rozetkapay-payparts_parts",
  express: true,
  sellers: [],
  keepsCards: true,
  refund: {
    title: "Refund of 389.50 UAH in the admin",
    make: (admin, paymentId) => admin.refund(paymentId, 389.5),
  },
}

const MARKETPLACE: StoreMode = {
  name: "marketplace",
  providerId: "pp_rozetkapay-batch_market",
  partsProviderId: null,
  express: false,
  sellers: [
    {
      key: "olena",
      name: "Майстерня Олени",
      apiKey: "seller-olena",
      products: ["sorochka-polissia", "pled-hoverla"],
    },
    {
      key: "taras",
      name: "Двір Тараса",
      apiKey: "seller-taras",
      products: ["gorniatko-karpaty", "med-lypovyi"],
    },
  ],
  keepsCards: false,
  refund: {
    title: "Refund of 389.50 UAH in the admin, of Двір Тараса alone",
    make: (admin, paymentId) => admin.refundOfSellers(paymentId, { taras: "389.50" }),
  },
}

/** All that shoppers of such a store may pay through. */
export const providersOf = ({ providerId, partsProviderId }: StoreMode): string[] => [
  providerId,
  ...(partsProviderId === null ? [] : [partsProviderId]),
]

export const MODES: Record<ModeName, StoreMode> = { store: STORE, marketplace: MARKETPLACE }
