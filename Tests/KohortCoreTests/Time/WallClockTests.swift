import KohortCore
import Testing

struct WallClockTests {
    @Test func `a clock reads what it was given`() {
        #expect(WallClock { Instant(milliseconds: 1) }.now == Instant(milliseconds: 1))
    }

    @Test func `the system's clock is that of the machine`() {
        let before = Instant.now
        let read = WallClock.system.now
        #expect(before <= read && read <= .now)
    }
}
