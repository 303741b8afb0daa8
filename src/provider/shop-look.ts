import { z } from "zod"
import { isOpenToOthers } from "./open-to-others"
import { optionGroup } from "./option-group"

const fields = z.strictObject(
  {
    name: z
      .string({ error: "must be a text" })
      .trim()
      .min(1, { error: "is empty" })
      .max(60, { error: "is longer than 60 characters" })
      .optional(),
    logoUrl: z
      .url({ protocol: /^https?$/, error: "must be an http(s) url" })
      .refine((url) => !isOpenToOthers(url), { error: "must be an https url" })
      .optional(),
    color: z
      .string({ error: "must be a colour such as #007a37" })
      .regex(/^#[0-9a-f]{6}$/i, { error: "must be a colour such as #007a37" })
      .optional(),
  },
  { error: "must be an object such as { name, logoUrl, color }" },
)

/** How the pages look that the plugin serves to shoppers. */
export const shopLook = optionGroup(fields)

export type ShopLook = z.output<typeof fields>
