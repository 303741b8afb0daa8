import type { PayPartsBank } from "../../../rozetkapay/client"

export const MONOBANK: PayPartsBank = {
  name: "monobank",
  productName: "Покупка частинами",
  logoUrl: "https://cdn.example/monobank.svg",
  availablePeriods: [3, 4, 6, 10],
  periods: [
    { period: 3, fee: "3.3" },
    { period: 4, fee: "4.4" },
  ],
  minAmount: "500",
  maxAmount: "100000",
}

export const OSCHADBANK: PayPartsBank = {
  ...MONOBANK,
  name: "oschadbank",
  productName: null,
  minAmount: null,
  maxAmount: null,
}

export const NEW_BANK: PayPartsBank = { ...OSCHADBANK, name: "newbank", productName: "Новий Банк" }
