/** Ways to pay of the alternative payments API, as its document has them. */
export const PROVIDERS = ["imoje", "leaselink", "santander", "przelewy24"] as const
export const METHODS = ["blik", "blik_paylater", "leasing"] as const
export type Provider = (typeof PROVIDERS)[number]
export type AlternativeMethod = (typeof METHODS)[number]

/** What one create asked the customer for. */
export type AlternativeTerms = {
  provider: Provider
  /** Only imoje and leaselink have any. */
  method: AlternativeMethod | null
  /** Of BLIK: the customer confirms it in the bank's app. Without one they are led to a page. */
  blik_code: string | null
  /** Where the customer answers. */
  asks: "app" | "page"
}

type Way = {
  /** Which methods the provider takes; [] = it wants none. */
  methods: readonly AlternativeMethod[]
  title: string
}

export const WAYS_OF: Record<Provider, Way> = {
  imoje: { methods: METHODS, title: "imoje" },
  leaselink: { methods: ["leasing"], title: "LeaseLink" },
  santander: { methods: [], title: "Santander Consumer Bank" },
  przelewy24: { methods: [], title: "Przelewy24" },
}

export const METHOD_TITLES: Record<AlternativeMethod, string> = {
  blik: "BLIK",
  blik_paylater: "BLIK Płacę Później",
  leasing: "Leasing",
}

export const titleOf = ({ provider, method }: AlternativeTerms): string =>
  method ? `${METHOD_TITLES[method]} · ${WAYS_OF[provider].title}` : WAYS_OF[provider].title

/** Fields of the customer that the document requires "if". */
const OF_METHOD: Record<AlternativeMethod, readonly string[]> = {
  blik: ["first_name", "last_name", "email", "ip_address"],
  blik_paylater: ["first_name", "last_name", "email", "ip_address"],
  leasing: ["phone", "ip_address"],
}

export const requiredOfCustomer = (
  provider: Provider,
  method: AlternativeMethod | null,
): readonly string[] => [
  ...(provider === "przelewy24" ? ["country"] : []),
  ...(method ? OF_METHOD[method] : []),
]
