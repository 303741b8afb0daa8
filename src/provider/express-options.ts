import { z } from "zod"
import { fillTemplate } from "./fill-template"
import { optionGroup } from "./option-group"

/** How a buyer wants the parcel, as far as it is known: before the page is opened, the kind alone. */
export type ExpressChoice = {
  /** The carrier: "nova_poshta"; the list is open. */
  provider: string | null
  /** "W" a branch, "P" a locker, "D" a courier. */
  deliveryType: string | null
  city: string | null
}

/** Which of the store's shipping options a choice is sent by: its id, or the code of its type. */
export type ShippingChoice = (choice: ExpressChoice) => string | Promise<string>

export const EXPRESS_EMAIL_PLACEHOLDERS = ["session_id", "phone"] as const

const isFunction = (value: unknown): value is ShippingChoice => typeof value === "function"

/** With the longest values that it is ever filled with. */
const isEmailWhenFilled = (template: string): boolean =>
  z.email().safeParse(emailOf(template, { session_id: `payses_${"0".repeat(26)}`, phone: null }))
    .success

/** An address for an order whose buyer gave none. */
export const emailOf = (
  template: string,
  { session_id, phone }: { session_id: string; phone: string | null },
): string =>
  fillTemplate(template, {
    session_id: session_id.toLowerCase(),
    phone: (phone ?? session_id).replace(/\W/g, "").toLowerCase(),
  })

export const expressFields = z.strictObject(
  {
    shippingOption: z.union([z.string().trim().min(1), z.custom<ShippingChoice>(isFunction)], {
      error: "must be the id of a shipping option, the code of its type, or a function",
    }),
    /** Of a domain that nobody can ever own (RFC 2606): no letter of the store's goes to a stranger. */
    email: z
      .string({ error: "must be a text" })
      .refine(
        (template) =>
          [...template.matchAll(/\{([^}]*)\}/g)].every(([, name]) =>
            EXPRESS_EMAIL_PLACEHOLDERS.some((known) => known === name),
          ),
        {
          error: `has an unknown placeholder; known: ${EXPRESS_EMAIL_PLACEHOLDERS.map((name) => `{${name}}`).join(", ")}`,
        },
      )
      .refine(isEmailWhenFilled, { error: "must be an e-mail address" })
      .default("{session_id}@express.invalid"),
    /** Whether an order may be placed that is paid only when the parcel comes. */
    payOnDelivery: z.boolean({ error: "must be true or false" }).default(false),
  },
  { error: "must be an object with shippingOption" },
)

export type ExpressOptions = z.output<typeof expressFields>

export const expressOptions = optionGroup(expressFields)
