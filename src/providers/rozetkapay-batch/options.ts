import { z } from "zod"
import { sellersOfOneMark, sellersSharing } from "../../core/order-id"
import { quoted } from "../../core/split-error"
import { fromSupport, storeOptions, webAddress, wholeNumber } from "../../provider/store-options"
import type { SellerOf } from "./seller-of-line"

/** What an option must be, also to whom it did not occur that there is one. */
const orMissing =
  (what: string) =>
  ({ input }: { input?: unknown }): string =>
    input === undefined || input === null ? `is missing; it ${what}` : what

const seller = z.strictObject(
  {
    /** Of the seller's own project, which the money goes to. As secret as a password. */
    apiKey: fromSupport("the api key of each seller's project"),
    /** What staff read. */
    name: z
      .string({ error: orMissing("must be a text") })
      .trim()
      .min(1, { error: "is empty" }),
  },
  { error: 'must be { apiKey: "…", name: "…" }' },
)

const isEmpty = (sellers: object): boolean => Object.keys(sellers).length === 0

/**
 * The options of the provider `rozetkapay-batch`. docs/marketplaces.md says the same to merchants; a
 * test keeps the two in step.
 */
export const batchOptionsSchema = z
  .strictObject({
    /** Of the platform, which makes the batches. */
    login: fromSupport("a login and a password"),
    /** Also the secret of the callbacks' signatures. Never trimmed. */
    password: fromSupport("a login and a password"),
    apiUrl: webAddress.default("https://api.rozetkapay.com"),
    /** The seller's key in the store -> their project. */
    sellers: z
      .record(z.string(), seller, { error: orMissing('must be { "<key>": { apiKey, name } }') })
      .refine((all) => !isEmpty(all), { error: "has no seller" })
      .refine((all) => Object.keys(all).every((key) => key.trim() === key && key !== ""), {
        error: "has a key that is empty or begins or ends with a space",
      })
      // One seller's money would go to the other: mostly a key that was copied once too often.
      .superRefine((all, context) => {
        const [one, other] = sellersSharing(Object.keys(all), (key) => all[key]?.apiKey) ?? []
        if (one === undefined || other === undefined) return
        const message = `gives ${quoted(one)} and ${quoted(other)} one apiKey: sellers of one project are one seller here`
        context.addIssue({ code: "custom", message })
      })
      // One seller's order would be read and captured as another's, also where no cart has both.
      .superRefine((all, context) => {
        const [one, other] = sellersOfOneMark(Object.keys(all)) ?? []
        if (one === undefined || other === undefined) return
        const message = `has keys that RozetkaPay's order ids can't tell apart: rename ${quoted(one)} or ${quoted(other)}`
        context.addIssue({ code: "custom", message })
      }),
    /** Gets shipping, and whatever else belongs to no one. */
    defaultSeller: z.string({ error: orMissing('must be one of the keys of "sellers"') }),
    /** How a line names its seller: a field of its variant's or product's metadata, or a function. */
    sellerOf: z
      .custom<SellerOf>(
        (value) =>
          (typeof value === "string" && value.trim() !== "") || typeof value === "function",
        { error: "must be the name of a metadata field, or a function" },
      )
      .default("rozetkapay_seller"),
    colorMode: z.enum(["white", "dark"], { error: "must be white or dark" }).optional(),
    /** How long the hosted page stays open, in minutes. */
    checkoutTtlMinutes: wholeNumber(5, 720).optional(),
    ...storeOptions,
  })
  .refine(
    ({ sellers, defaultSeller }) => isEmpty(sellers) || Object.hasOwn(sellers, defaultSeller),
    {
      path: ["defaultSeller"],
      error: 'must be one of the keys of "sellers"',
    },
  )
  .describe("Options of medusa-payment-rozetkapay's marketplaces")

export type BatchOptions = z.output<typeof batchOptionsSchema>
