import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { RozetkaPayClient } from "../client"
import { type Answer, dropConnection, neverAnswer, withGateway } from "./local-gateway"

const payment = { externalId: "payses_1" }
const create = {
  ...payment,
  amount: "1",
  currency: "UAH",
  mode: "hosted",
  confirm: true,
} as const
const done: Answer = { body: { id: "1", external_id: "payses_1", is_success: true } }
const info: Answer = { body: { id: "1", external_id: "payses_1", purchased: true } }
const tooMany = (reset?: string): Answer => ({
  status: 429,
  headers: reset === undefined ? {} : { "X-RateLimit-Reset": reset },
  body: { code: "too_many_requests", message: "Too many requests", type: "api_error" },
})
const broken: Answer = { status: 500, body: { code: "internal_error", error_id: "err-1" } }

const moneyMoves = [
  ["confirm", (client: RozetkaPayClient) => client.payments.confirm(payment)],
  ["cancel", (client: RozetkaPayClient) => client.payments.cancel(payment)],
  ["refund", (client: RozetkaPayClient) => client.payments.refund(payment)],
  ["refund retry", (client: RozetkaPayClient) => client.payments.retryRefund(payment)],
  ["refund cancel", (client: RozetkaPayClient) => client.payments.cancelRefund(payment)],
] as const

async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe("when RozetkaPay limits the rate", () => {
  test("a refund is sent again when the gateway says, since nothing was done", async () => {
    await withGateway([tooMany("1"), done], async (client, { requests }, exchanges) => {
      const startedAt = performance.now()
      await expect(client.payments.refund(payment)).resolves.toMatchObject({ isSuccess: true })
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(1000)
      expect(requests).toHaveLength(2)
      expect(exchanges).toMatchObject([
        { outcome: "unavailable", httpStatus: 429, code: "too_many_requests", attempt: 1 },
        { outcome: "ok", httpStatus: 200, attempt: 2 },
      ])
    })
  })

  test("a wait that is longer than the caller's time is not begun", async () => {
    await withGateway([tooMany("60")], async (client, { requests }) => {
      const startedAt = performance.now()
      await expect(client.payments.refund(payment)).rejects.toMatchObject({
        kind: "unavailable",
        httpStatus: 429,
        code: "too_many_requests",
        mayHaveHappened: false,
      })
      expect(performance.now() - startedAt).toBeLessThan(30_000)
      expect(requests).toHaveLength(1)
    })
  })

  test("after three refusals it is enough, also when the header is junk", async () => {
    await withGateway([tooMany("soon")], async (client, { requests }) => {
      await expect(client.payments.info(payment)).rejects.toMatchObject({ kind: "unavailable" })
      expect(requests).toHaveLength(3)
    })
  })
})

describe("when RozetkaPay fails", () => {
  test("info is asked again", async () => {
    await withGateway([broken, broken, info], async (client, { requests }) => {
      await expect(client.payments.info(payment)).resolves.toMatchObject({ purchased: true })
      expect(requests).toHaveLength(3)
    })
  })

  test("a create is sent again, word for word", async () => {
    await withGateway([dropConnection, broken, done], async (client, { requests }) => {
      await expect(client.payments.create(create)).resolves.toMatchObject({ isSuccess: true })
      expect(requests).toHaveLength(3)
      expect(new Set(requests.map(({ body }) => body)).size).toBe(1)
    })
  })

  test.each(
    moneyMoves,
  )("a %s is not sent again after a 500: its outcome is unknown", async (_, move) => {
    await withGateway([broken, done], async (client, { requests }) => {
      await expect(move(client)).rejects.toMatchObject({
        kind: "outcome_unknown",
        mayHaveHappened: true,
        httpStatus: 500,
        code: "internal_error",
        errorId: "err-1",
      })
      expect(requests).toHaveLength(1)
    })
  })

  test.each(
    moneyMoves,
  )("a %s is not sent again after a dropped connection", async (operation, move) => {
    await withGateway([dropConnection, done], async (client, { requests }, exchanges) => {
      await expect(move(client)).rejects.toMatchObject({
        kind: "outcome_unknown",
        operation,
        httpStatus: null,
      })
      expect(requests).toHaveLength(1)
      expect(exchanges).toMatchObject([{ outcome: "outcome_unknown", attempt: 1 }])
    })
  })

  test("an answer that breaks off in the middle leaves the outcome unknown", async () => {
    await withGateway(
      [
        (response) => {
          response.writeHead(200, { "Content-Length": "1000" })
          response.write('{"id":"1",')
          setTimeout(() => response.socket?.destroy(), 20)
        },
      ],
      async (client, { requests }) => {
        await expect(client.payments.refund(payment)).rejects.toMatchObject({
          mayHaveHappened: true,
        })
        expect(requests).toHaveLength(1)
      },
    )
  })

  test("nothing was done when nobody listens", async () => {
    const apiUrl = `http://127.0.0.1:${await unusedPort()}`
    const attempts: number[] = []
    const client = new RozetkaPayClient({
      login: "l",
      password: "p",
      apiUrl,
      onExchange: ({ attempt }) => attempts.push(attempt),
    })
    await expect(client.payments.refund(payment)).rejects.toMatchObject({
      kind: "unavailable",
      mayHaveHappened: false,
      message: expect.stringContaining("ECONNREFUSED"),
    })
    expect(attempts).toEqual([1, 2, 3])
  })

  test("nothing was done when the name of the host is not known", async () => {
    // A label of 64 letters is never valid, so the resolver says so without asking the network.
    const apiUrl = `http://${"a".repeat(64)}.invalid`
    const client = new RozetkaPayClient({ login: "l", password: "p", apiUrl })
    const error = await client.payments.refund(payment).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ kind: "unavailable", mayHaveHappened: false })
  })

  test("a create that may have arrived stays in doubt, even if the next attempt finds nobody", async () => {
    let goAway = () => {}
    await withGateway([() => goAway()], async (client, gateway, exchanges) => {
      goAway = () => void gateway.close()
      await expect(client.payments.create(create)).rejects.toMatchObject({
        kind: "outcome_unknown",
        mayHaveHappened: true,
      })
      expect(exchanges.map(({ outcome }) => outcome)).toEqual([
        "outcome_unknown",
        "unavailable",
        "unavailable",
      ])
    })
  })
})

describe("when RozetkaPay is slow", () => {
  test("a request ends after its time with an unknown outcome", async () => {
    await withGateway(
      [neverAnswer],
      async (client, _, exchanges) => {
        const startedAt = performance.now()
        await expect(client.payments.confirm(payment)).rejects.toMatchObject({
          kind: "outcome_unknown",
          message: expect.stringContaining("no answer in time"),
        })
        // By default it would have 8 seconds.
        expect(performance.now() - startedAt).toBeLessThan(7000)
        expect(exchanges).toMatchObject([{ outcome: "outcome_unknown", attempt: 1 }])
      },
      { timeoutMs: 150 },
    )
  })

  test("an answer that drips without end is cut off as well", async () => {
    let dripping: NodeJS.Timeout | undefined
    await withGateway(
      [
        (response) => {
          response.writeHead(200)
          // Left alone, it must not keep the run from its end.
          dripping = setInterval(() => response.write(" "), 20).unref()
        },
      ],
      async (client) => {
        const startedAt = performance.now()
        await expect(client.payments.info(payment)).rejects.toMatchObject({
          kind: "outcome_unknown",
        })
        expect(performance.now() - startedAt).toBeLessThan(7000)
      },
      { timeoutMs: 200 },
    ).finally(() => clearInterval(dripping))
  })

  test("a call with its repeats ends within its total time", async () => {
    await withGateway(
      [broken, neverAnswer],
      async (client, { requests }) => {
        const startedAt = performance.now()
        await expect(client.payments.info(payment)).rejects.toMatchObject({
          kind: "outcome_unknown",
        })
        expect(performance.now() - startedAt).toBeLessThan(15_000)
        expect(requests).toHaveLength(2)
      },
      { timeoutMs: 30_000, totalTimeMs: 3000 },
    )
  })
})

describe("when an answer can not be understood", () => {
  test.each<[string, Answer]>([
    ["a web page", { body: "<html>Welcome</html>" }],
    ["an empty body", {}],
    ["a list", { body: [] }],
    ["an object with nothing that we know", { body: { hello: "world" } }],
    ["an error's body with the status of success", { body: { code: "internal_error" } }],
    ["a refusal without a code", { status: 404, body: "<html>Not found</html>" }],
    ["nesting without end", { body: "[".repeat(200_000) }],
  ])("%s is malformed, and a refund may have happened", async (_, answer) => {
    await withGateway([answer], async (client, { requests }, exchanges) => {
      await expect(client.payments.refund(payment)).rejects.toMatchObject({
        kind: "malformed",
        mayHaveHappened: true,
        httpStatus: answer.status ?? 200,
      })
      expect(requests).toHaveLength(1)
      expect(exchanges).toMatchObject([{ outcome: "malformed" }])
    })
  })

  test("an answer of megabytes is not read to its end", async () => {
    // Right in everything but its size.
    const body = JSON.stringify(done.body) + " ".repeat(6 * 1024 * 1024)
    await withGateway([{ body }], async (client) => {
      await expect(client.payments.refund(payment)).rejects.toMatchObject({ kind: "malformed" })
    })
  })

  test("a redirect is not followed, so the password goes nowhere else", async () => {
    await withGateway([done], async (_, elsewhere) => {
      const redirect = { status: 307, headers: { Location: `${elsewhere.url}/steal` } }
      await withGateway([redirect], async (client) => {
        await expect(client.payments.refund(payment)).rejects.toMatchObject({
          kind: "malformed",
          httpStatus: 307,
        })
        expect(elsewhere.requests).toHaveLength(0)
      })
    })
  })
})
