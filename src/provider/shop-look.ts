import { z } from "zod"

const isSafe = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === "https:" || hostname === "localhost" || hostname === "127.0.0.1"
}

/** How the pages look that the plugin serves to shoppers. */
export const shopLook = z
  .strictObject(
    {
      name: z
        .string({ error: "must be a text" })
        .trim()
        .min(1, { error: "is empty" })
        .max(60, { error: "is longer than 60 characters" })
        .optional(),
      logoUrl: z
        .url({ protocol: /^https?$/, error: "must be an http(s) url" })
        .refine((url) => !URL.canParse(url) || isSafe(url), { error: "must be an https url" })
        .optional(),
      color: z
        .string({ error: "must be a colour such as #007a37" })
        .regex(/^#[0-9a-f]{6}$/i, { error: "must be a colour such as #007a37" })
        .optional(),
    },
    {
      error: ({ code }) =>
        code === "unrecognized_keys"
          ? "may have name, logoUrl and color alone"
          : "must be an object such as { name, logoUrl, color }",
    },
  )
  .optional()

export type ShopLook = NonNullable<z.output<typeof shopLook>>
