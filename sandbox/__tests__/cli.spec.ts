import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL")
})

/** Runs the command line and gathers what it prints. */
function run(args: string[]) {
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register/transpile-only", join(__dirname, "../cli.ts"), ...args],
    { cwd: join(__dirname, "../.."), env: { ...process.env, SANDBOX_PORT: "0" } },
  )
  started.push(child)
  const printed = { out: "", err: "" }
  child.stdout.on("data", (chunk) => {
    printed.out += chunk
  })
  child.stderr.on("data", (chunk) => {
    printed.err += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve))
  return { child, printed, ended }
}

/** @throws when the program has not printed it in a minute, with what it printed instead */
async function until({ printed }: ReturnType<typeof run>, words: string): Promise<void> {
  const deadline = Date.now() + 60_000
  while (!printed.out.includes(words)) {
    if (Date.now() > deadline) throw new Error(`"${words}" was not printed: ${printed.err}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test("the command prints how to point a store at it, answers, and ends on Ctrl-C", async () => {
  const sandbox = run(["sandbox", "--login", "my-shop", "--password", "secret"])
  const { child, printed, ended } = sandbox
  await until(sandbox, "Ctrl-C ends it.")
  const url = /ROZETKAPAY_API_URL=(\S+)/.exec(printed.out)?.[1] ?? ""
  expect(printed.out).toContain("ROZETKAPAY_LOGIN=my-shop")
  const response = await fetch(`${url}/api/merchants/v1/me`, {
    headers: { authorization: `Basic ${btoa("my-shop:secret")}` },
  })
  expect(await response.json()).toEqual({ status: "activated" })
  child.kill("SIGINT")
  expect(await ended).toBe(0)
  expect(printed.err).toBe("")
})

test.each([
  [["sandbx"], 'There is no command "sandbx", only sandbox'],
  [[], "Name a command"],
  [["sandbox", "--prot", "1"], "--prot"],
  [["sandbox", "--port", "http"], "--port must be a number"],
])("%j is explained in one sentence and exits with 2", async (args, sentence) => {
  const { printed, ended } = run(args)
  expect(await ended).toBe(2)
  expect(printed.err).toContain(sentence)
  expect(printed.err.trim().split("\n")).toHaveLength(1)
})

test("--help explains every option", async () => {
  const { printed, ended } = run(["--help"])
  expect(await ended).toBe(0)
  for (const option of [
    "--port",
    "--host",
    "--allowed-host",
    "--login",
    "--password",
    "--strict",
    "--openapi",
  ])
    expect(printed.out).toContain(option)
})

test("a busy port is named, and another one is advised", async () => {
  const first = run(["sandbox"])
  await until(first, "Ctrl-C ends it.")
  const port = /127\.0\.0\.1:(\d+)/.exec(first.printed.out)?.[1] ?? ""
  const second = run(["sandbox", "--port", port])
  expect(await second.ended).toBe(1)
  expect(second.printed.err).toContain("Choose another --port")
})
