import { Refusal, refusalKey, refusalOf, technicalText } from "../refusal"

describe("A refusal", () => {
  test("keeps the code and the words that the server gave", async () => {
    const body = { code: "nothing_held", type: "not_allowed", message: "Nothing is held." }
    const refusal = await refusalOf(Response.json(body, { status: 400 }), "POST")
    expect(refusal).toMatchObject({
      ...{ code: "nothing_held", status: 400 },
      message: body.message,
    })
    expect(technicalText(refusal)).toBe("code: nothing_held\nHTTP 400\nNothing is held.")
  })

  test("of a proxy's page is known by its status alone", async () => {
    const answer = new Response("<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway" })
    const refusal = await refusalOf(answer, "GET")
    expect(refusal).toMatchObject({ code: null, message: "502 Bad Gateway" })
  })

  test("of what was sent and got no answer of ours is no invitation to send it again", async () => {
    const answer = new Response("", { status: 504, statusText: "Gateway Timeout" })
    expect(await refusalOf(answer, "POST")).toMatchObject({ code: "unanswered" })
  })

  test.each([
    [401, "unauthorized", "logged_out"],
    [403, null, "not_permitted"],
    [400, "nothing_held", "nothing_held"],
    [500, null, null],
  ])("with status %s and code %j is said by %j", (status, code, key) => {
    expect(refusalKey(new Refusal(code, status, ""))).toBe(key)
  })
})
