import type {
  AddWalletCardByTokenRequest,
  BrowserFingerprint,
  CustomerPaymentMethod,
  DirectPaymentRequest,
  RecurrentPaymentRequest,
} from "../client"

/** What a store sends when the shopper pays without leaving it. */

export const TOKEN = "b1946ac92492d2347c6235b4d2611184"
export const OPTION_ID = "0ee67270-297d-4ed4-993c-5b4ba95c4daf"
export const RECURRENT_ID = "593292035525113984"

export const fingerprint: BrowserFingerprint = {
  acceptHeader: "text/html,*/*;q=0.8",
  colorDepth: "24",
  ipAddress: "192.0.2.1",
  javaEnabled: "false",
  language: "uk-UA",
  screenHeight: "1080",
  screenWidth: "1920",
  timeZone: "Europe/Kyiv",
  timeZoneOffset: "-180",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64)",
}

export const byCardToken: CustomerPaymentMethod = {
  type: "cc_token",
  token: TOKEN,
  use3dsFlow: true,
  saveToWallet: true,
}

export const direct = (
  paymentMethod: CustomerPaymentMethod = byCardToken,
): DirectPaymentRequest => ({
  externalId: "payses_1",
  amount: "1249.90",
  currency: "UAH",
  mode: "direct",
  confirm: false,
  callbackUrl: "https://shop.example/callback",
  resultUrl: "https://shop.example/return",
  initRecurrentPayment: true,
  customer: {
    externalId: "cus_1",
    email: "olena@shop.example",
    ipAddress: "192.0.2.1",
    paymentMethod,
    fingerprint,
  },
})

export const recurrent: RecurrentPaymentRequest = {
  recurrentId: RECURRENT_ID,
  externalId: "reorder_1",
  amount: "100.10",
  confirm: false,
  callbackUrl: "https://shop.example/callback",
  payload: "p",
  metadata: { shop: "ours" },
}

export const newCard: AddWalletCardByTokenRequest = {
  customerExternalId: "cus_1",
  mode: "direct",
  card: {
    token: TOKEN,
    mask: "424242******4242",
    expiresAt: "2031-04-30T00:00:00",
    use3dsFlow: true,
  },
  fingerprint,
  makeDefault: true,
  callbackUrl: "https://shop.example/callback",
  resultUrl: "https://shop.example/return",
}

export const savedCard = { customerExternalId: "cus_1", optionId: OPTION_ID }
