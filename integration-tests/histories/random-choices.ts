import fc from "fast-check"
import type { Seller } from "../setup/further-instances"
import type { Card, Told } from "./history"

export const SHOPPERS = 3
export const who = fc.nat(SHOPPERS - 1)
export const page = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.nat(2) },
)
export const seller = fc.constantFrom<Seller>("olena", "taras")
export const socks = fc.nat(1)
export const told = fc.constantFrom<Told>("by callbacks", "by browsers")
export const percent = fc.oneof(fc.constant(100), fc.integer({ min: 1, max: 99 }))

export const just = <Name extends string>(name: Name) => fc.constant(name)

export const card = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Card>("works") },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Card>("asksTheBank", "refused", "refusedByTheBank", "poor"),
  },
)
