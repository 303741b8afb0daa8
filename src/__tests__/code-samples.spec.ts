import { join } from "node:path"
import ts from "typescript"
import { ROOT, textOf, writtenPages } from "./written-pages"

/** What a sample's reader has around it: their storefront's client, their cart, what a widget gave. */
const AROUND = `
import type Medusa from "@medusajs/js-sdk"
import type { HttpTypes, MedusaContainer } from "@medusajs/types"
import type { CardToken } from "medusa-payment-rozetkapay/storefront"
declare global {
  const sdk: Medusa
  const cart: HttpTypes.StoreCart
  const container: MedusaContainer
  const cardToken: CardToken
  const customer_id: string
  const browserFingerprint: typeof import("medusa-payment-rozetkapay/storefront").browserFingerprint
}
`

const SETTINGS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: ["node"],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  esModuleInterop: true,
  experimentalDecorators: true,
  baseUrl: ROOT,
  paths: {
    "next/headers": ["src/__tests__/samples/next-headers.ts"],
    "medusa-payment-rozetkapay/sandbox": ["sandbox/index.ts"],
    "medusa-payment-rozetkapay/*": ["src/*/index.ts"],
  },
}

/** Next is the reader's: as much of it as the samples import. */
const NEXT_HEADERS = `
export declare function headers(): Promise<Headers>
export declare function cookies(): Promise<{
  get(name: string): { value: string } | undefined
  set(name: string, value: string, options?: object): void
  delete(name: string): void
}>
`

/** A block is a file, or a part of one: an entry of a list, a property, statements. */
const asFile = (code: string): string => {
  const body = code.replace(/^\/\/ [^\n]*\n/, "")
  if (/^\{/.test(body)) return `export const list = [\n${code}]\n`
  if (/^\w+:/.test(body)) return `export const object = {\n${code}}\n`
  return `${code}\nexport {}\n`
}

/** The samples of this page are pieces of files that are compiled: adding-an-adapter.spec.ts compares the two. */
const isWholeCode = (page: string): boolean => page !== "docs/adding-an-adapter.md"

const samples = (): Map<string, string> =>
  new Map(
    writtenPages()
      .filter(isWholeCode)
      .flatMap((page) =>
        [...textOf(page).matchAll(/^```(tsx?)\n([\s\S]*?)^```/gm)].map(
          ([, kind = "ts", code = ""], index): [string, string] => {
            const name = `${page.replaceAll("/", "-")}-${index + 1}.${kind}`
            return [join(ROOT, "src/__tests__/samples", name), asFile(code)]
          },
        ),
      ),
  )

describe("Code samples in README and docs", () => {
  test("are accepted by TypeScript, as strictly as it can be told", () => {
    const files = samples()
    const around = join(ROOT, "src/__tests__/samples/around.ts")
    // A sample may name the client of the reader's own storefront.
    const sdk = join(ROOT, "src/__tests__/samples/sdk.ts")
    files.set(around, AROUND)
    files.set(join(ROOT, "src/__tests__/samples/next-headers.ts"), NEXT_HEADERS)
    files.set(sdk, `import Medusa from "@medusajs/js-sdk"\nexport declare const sdk: Medusa\n`)
    const host = ts.createCompilerHost(SETTINGS)
    const { readFile, fileExists, getSourceFile } = host
    host.readFile = (path) => files.get(path) ?? readFile(path)
    host.fileExists = (path) => files.has(path) || fileExists(path)
    // Else the folder, which is not on the disk, is not looked into.
    host.directoryExists = (path) =>
      path === join(ROOT, "src/__tests__/samples") || ts.sys.directoryExists(path)
    host.getSourceFile = (path, ...more) => {
      const text = files.get(path)
      return text === undefined
        ? getSourceFile(path, ...more)
        : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
    }
    const program = ts.createProgram([...files.keys()], SETTINGS, host)
    const mistakes = [...files.keys()].flatMap((path) => {
      const file = program.getSourceFile(path)
      const found = file
        ? [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
        : []
      return found.map(({ messageText, start }) => {
        const line = file?.getLineAndCharacterOfPosition(start ?? 0).line ?? 0
        const what = ts.flattenDiagnosticMessageText(messageText, "\n")
        return `${path.slice(path.lastIndexOf("/") + 1)}:${line + 1}: ${what}`
      })
    })
    expect(files.size).toBeGreaterThan(8)
    expect(mistakes).toEqual([])
  }, 300_000)
})
