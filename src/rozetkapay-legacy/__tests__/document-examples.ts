import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"

const FOLDER = join(__dirname, "../../../sandbox/legacy/__tests__/document")

const wire = z.record(z.string(), z.unknown())

const example = z.object({
  section: z.string(),
  request: wire.default({}),
  response: z.union([wire, z.array(wire)]).optional(),
  webhook: wire.optional(),
  part: wire.optional(),
  client: wire.optional(),
  server: wire.optional(),
  refusal: wire.optional(),
})

export const POS_ID = "dc728de1-51ef-4ef1-80f7-3b44b07b5667"

/** How the document writes what the reader has to fill in. */
export const placeholder = (name: string): string => `$\{${name}}`

/** The names of all examples that have a request, sorted. */
export const documentRequests = (): string[] =>
  readdirSync(FOLDER)
    .map((file) => file.replace(/\.json$/, ""))
    .filter(
      (name) => name !== "status-codes" && Object.keys(documentExample(name).request).length > 0,
    )
    .sort()

/** An example of the legacy API's document, by the name of its section. */
export function documentExample(name: string) {
  const text = readFileSync(join(FOLDER, `${name}.json`), "utf8")
  return example.parse(JSON.parse(text.replaceAll(placeholder("POS_ID"), POS_ID)))
}

/** [code, status, description] of the section "Status codes". */
export const documentCodes = () =>
  z
    .object({ codes: z.array(z.tuple([z.string(), z.string(), z.string()])) })
    .parse(JSON.parse(readFileSync(join(FOLDER, "status-codes.json"), "utf8"))).codes
