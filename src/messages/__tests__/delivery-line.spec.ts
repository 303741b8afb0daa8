import type { Delivery } from "../../core/delivery"
import { deliveryLine } from "../delivery-line"

const NOTHING = {
  firstName: "Олена",
  lastName: null,
  patronym: null,
  phone: null,
  email: null,
  carrier: null,
  kind: null,
  city: null,
  branch: null,
  street: null,
  house: null,
  apartment: null,
  details: {},
}

it.each<[Partial<Delivery>, string]>([
  [{ carrier: "nova_poshta", kind: "W", branch: "12" }, "Нова пошта, відділення № 12"],
  [{ carrier: "nova_poshta", kind: "P", branch: "№ 45" }, "Нова пошта, поштомат № 45"],
  [
    { carrier: "Nova Poshta", kind: "W", branch: "Відділення №1: вул. Пирогівський шлях, 135" },
    "Нова пошта, Відділення №1: вул. Пирогівський шлях, 135",
  ],
  [
    { carrier: "meest", kind: "D", street: "вул. Франка", house: "61", apartment: "4" },
    "Meest, кур’єр, вул. Франка, буд. 61, кв. 4",
  ],
  [{ carrier: "some_new_carrier", branch: "7" }, "some new carrier, відділення № 7"],
  [{ street: "вул. Франка" }, "вул. Франка"],
  [{ carrier: "toString", kind: "constructor", branch: "1" }, "toString, відділення № 1"],
])("reads a delivery as one line of an order's address: %j", (delivery, line) => {
  expect(deliveryLine({ ...NOTHING, ...delivery })).toBe(line)
})
