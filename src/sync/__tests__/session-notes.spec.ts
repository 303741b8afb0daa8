import { declinesNote, failingNote, notesOf, RETURNING_NOTE } from "../session-notes"

const NOTHING = { failingSince: null, failure: null, returning: false, reportedDeclines: [] }
const NOON = Date.UTC(2026, 0, 1, 12)

describe("What a sync remembers of a payment in its session", () => {
  test("is read as it was written", () => {
    const metadata = {
      ...failingNote(NOON, "Sold out"),
      ...RETURNING_NOTE,
      ...declinesNote(["tx_1", "tx_2"]),
      seen_by: "Olha",
    }
    expect(notesOf({ metadata })).toEqual({
      failingSince: NOON,
      failure: "Sold out",
      returning: true,
      reportedDeclines: ["tx_1", "tx_2"],
    })
  })

  test.each([
    ["no session", undefined],
    ["no note", {}],
    ["an empty note", { metadata: null }],
    ["what is no note", { metadata: "text" }],
    [
      "notes that somebody has spoilt",
      {
        metadata: {
          rozetkapay_failing_since: "yesterday",
          rozetkapay_failure: 1,
          rozetkapay_returning: "true",
          rozetkapay_declines: "tx_1",
        },
      },
    ],
  ])("is nothing where there is %s", (_, session) => {
    expect(notesOf(session)).toEqual(NOTHING)
  })

  test("loses nothing of what is well to a note that is spoilt", () => {
    const metadata = { ...failingNote(NOON, "Sold out"), rozetkapay_declines: [1] }
    expect(notesOf({ metadata })).toEqual({ ...NOTHING, failingSince: NOON, failure: "Sold out" })
  })

  test("is of refused attempts the last twenty", () => {
    const told = Array.from({ length: 30 }, (_, n) => `tx_${n}`)
    expect(declinesNote(told).rozetkapay_declines).toEqual(told.slice(10))
  })
})
