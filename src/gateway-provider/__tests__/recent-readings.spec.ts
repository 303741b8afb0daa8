import { gatewayBook } from "../../payments/__tests__/random-books"
import { RecentReadings } from "../recent-readings"

const taken = gatewayBook({ authorized: "100", taken: "100" })

describe("a reading of RozetkaPay's book that is handed over", () => {
  test("it is used once, for the payment that it is of", () => {
    const readings = new RecentReadings()
    readings.handOver("payses_1", taken)
    expect(readings.take("payses_2")).toBeNull()
    expect(readings.take("payses_1")).toBe(taken)
    expect(readings.take("payses_1")).toBeNull()
  })

  test("the newest counts", () => {
    const readings = new RecentReadings()
    const held = gatewayBook({ authorized: "100" })
    readings.handOver("payses_1", held)
    readings.handOver("payses_1", taken)
    expect(readings.take("payses_1")).toBe(taken)
  })

  test("after five seconds it is old, and the book is read anew", () => {
    let now = 0
    const readings = new RecentReadings(() => now)
    readings.handOver("payses_1", taken)
    now = 5_000
    expect(readings.take("payses_1")).toBe(taken)
    readings.handOver("payses_1", taken)
    now = 10_001
    expect(readings.take("payses_1")).toBeNull()
  })

  test("readings that nobody takes do not fill the memory", () => {
    const readings = new RecentReadings()
    for (let number = 0; number <= 1_000; number += 1) readings.handOver(`payses_${number}`, taken)
    expect(readings.take("payses_0")).toBeNull()
    expect(readings.take("payses_1")).toBe(taken)
  })
})
