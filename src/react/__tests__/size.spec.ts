import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"

const ROOT = join(__dirname, "../../..")

/** Of a page that pays on RozetkaPay's, in bytes as they are sent; React is the shop's own. */
const MOST = 15 * 1024

test("The hosted way costs a shopper's phone at most 15 KB", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { PaymentMethods, PayButton, RozetkaPayProvider } from "./src/react"
        export { storeActions } from "./src/storefront"
      `,
      resolveDir: ROOT,
    },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2020",
    charset: "utf8",
    jsx: "automatic",
    external: ["react", "react-dom"],
  })
  const sent = outputFiles.map(({ contents }) => gzipSync(contents).length)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toBeGreaterThan(1024)
  expect(sent[0]).toBeLessThanOrEqual(MOST)
})
