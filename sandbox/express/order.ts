/** Where it goes, as RozetkaPay names the fields; what is absent was not told. */
export type Delivery = {
  /** W = branch, P = locker, D = courier; whatever else a control call makes of it. */
  delivery_type?: string
  provider?: string
  city?: string
  street?: string
  house?: string
  apartment?: string
  warehouse_number?: string
}

export type Person = {
  first_name?: string
  last_name?: string
  patronym?: string
  phone?: string
}

/** What the shopper told on the express page. null = the answer has no such part at all. */
export type ExpressOrder = {
  delivery: Delivery | null
  recipient: Person | null
  customer: (Person & { email?: string }) | null
}

export const SAMPLE_RECIPIENT = {
  first_name: "Олена",
  last_name: "Пчілка",
  patronym: "Петрівна",
  phone: "+380501112233",
} as const satisfies Person

export const SAMPLE_EMAIL = "olena@example.com"

export const SAMPLE_DELIVERY = {
  delivery_type: "W",
  provider: "nova_poshta",
  city: "Київ",
  warehouse_number: "Відділення №1",
} as const satisfies Delivery

/** For control calls that name nothing of the order. */
export const SAMPLE_ORDER: ExpressOrder = {
  delivery: SAMPLE_DELIVERY,
  recipient: SAMPLE_RECIPIENT,
  customer: { ...SAMPLE_RECIPIENT, email: SAMPLE_EMAIL },
}
