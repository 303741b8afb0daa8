import { execFile } from "node:child_process"
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import ts from "typescript"
import { STARTER_SHAPE } from "./starter-shape"

const APPLY = join(__dirname, "../apply.mjs")
const OURS = join(__dirname, "../files")

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()

const textsIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesIn(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  )

const apply = (folder: string) =>
  new Promise<{ code: number | null; said: string }>((resolve) => {
    const child = execFile(process.execPath, [APPLY, folder], (_, out, err) =>
      resolve({ code: child.exitCode, said: out + err }),
    )
  })

describe("The patch for Medusa's starter", () => {
  let folder = ""
  const write = (files: Record<string, string>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "starter-"))
    write(STARTER_SHAPE)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test("adds its files, changes every file that it names, and leaves TypeScript behind", async () => {
    const { code, said } = await apply(folder)
    expect(said).toContain("RozetkaPay is in")
    expect(code).toBe(0)
    const after = textsIn(folder)
    for (const file of filesIn(OURS)) expect(after).toHaveProperty([file])
    for (const [file, was] of Object.entries(STARTER_SHAPE)) expect(after[file]).not.toBe(was)
    const broken = Object.entries(after).flatMap(([fileName, text]) =>
      (
        ts.transpileModule(text, {
          fileName,
          reportDiagnostics: true,
          compilerOptions: { jsx: ts.JsxEmit.Preserve, target: ts.ScriptTarget.ESNext },
        }).diagnostics ?? []
      ).map(({ messageText }) => [fileName, messageText]),
    )
    expect(broken).toEqual([])
  })

  test("changes nothing when it is applied a second time", async () => {
    await apply(folder)
    const before = textsIn(folder)
    const { code, said } = await apply(folder)
    expect(said).toContain("nothing changed")
    expect(code).toBe(0)
    expect(textsIn(folder)).toEqual(before)
  })

  test("says which line of which file has changed in the starter, and writes nothing", async () => {
    const file = "src/lib/data/payment.ts"
    write({ [file]: STARTER_SHAPE[file]?.replace("force-cache", "default") ?? "" })
    rmSync(join(folder, "src/modules/cart/templates/summary.tsx"))
    const before = textsIn(folder)
    const { code, said } = await apply(folder)
    expect(said).toContain('src/lib/data/payment.ts: nowhere does it say `cache: "force-cache"`')
    expect(said).toContain("src/modules/cart/templates/summary.tsx: there is no such file")
    expect(code).toBe(1)
    expect(textsIn(folder)).toEqual(before)
  })

  test("keeps the line ends of a checkout on Windows", async () => {
    const windows = (text: string) => text.replaceAll("\n", "\r\n")
    write(
      Object.fromEntries(
        Object.entries(STARTER_SHAPE).map(([file, text]) => [file, windows(text)]),
      ),
    )
    expect((await apply(folder)).code).toBe(0)
    const changed = readFileSync(join(folder, "src/lib/data/cart.ts"), "utf8")
    expect(changed.replaceAll("\r\n", "")).not.toContain("\n")
    expect((await apply(folder)).said).toContain("nothing changed")
  })
})
