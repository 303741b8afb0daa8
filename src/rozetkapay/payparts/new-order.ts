import { z } from "zod"
import { ccToken, fingerprint } from "../payments/customer"
import { amount, filledText, listed, metadata, text, toWire, whole } from "../wire/request-fields"
import { orderProducts } from "./order-products"

/** Who buys. A whole card's number, which the gateway also takes, is left out on purpose. */
const orderCustomer = toWire({
  firstName: filledText("customer.first_name"),
  lastName: filledText("customer.last_name"),
  /** "+38XXXXXXXXXX". Required of abank, monobank, izibank and rozetkapay. */
  phone: text,
  email: text,
  accountNumber: text,
  fingerprint: fingerprint.optional(),
  paymentMethod: ccToken.optional(),
})

export type PayPartsCustomer = z.input<typeof orderCustomer>

const delivery = toWire({
  methodId: text,
  serviceId: text,
  time: text,
  city: text,
  street: text,
  house: text,
  flat: text,
  isOtherPerson: z.boolean().optional(),
  otherPerson: toWire({
    lastName: text,
    firstName: text,
    middleName: text,
    phone: text,
  }).optional(),
})

export type PayPartsDelivery = z.input<typeof delivery>

/** @see https://cdn.rozetkapay.com/public-docs/index.html#operation/payPartsCreateOrder */
export const createOrder = toWire({
  /** A bank's `name` of `banks`. */
  bankName: filledText(),
  /** hosted: on the bank's page, for oschadbank alone. direct: every other bank. */
  mode: z.enum(["hosted", "direct"]),
  externalId: filledText(),
  unifiedExternalId: text,
  /** At least 1. */
  amount,
  /** ISO 4217. */
  currency: filledText(),
  /** One of the bank's `availablePeriods`. */
  partsCount: whole,
  /** 1 to 256 characters. */
  description: filledText(),
  /** false, the gateway's default: what the customer signs is held until it is confirmed. */
  autoConfirmAfterSuccess: z.boolean(),
  payload: text,
  /** rozetkapay's credit fails on its page without them. */
  products: orderProducts,
  /** Where the customer comes back to from a page. Required of rozetkapay. */
  resultUrl: text,
  callbackUrl: text,
  customer: orderCustomer,
  deliveries: z.array(delivery).optional().transform(listed),
  metadata,
})

export type CreatePayPartsOrderRequest = z.input<typeof createOrder>
