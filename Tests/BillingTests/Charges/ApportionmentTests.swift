import Billing
import KohortCore
import Testing

struct ApportionmentTests {
    @Test func `parts by weight sum exactly, and the largest remainders bear the odd øre`() throws {
        let parts = try Apportionment.parts(of: .nok(100_000), by: [3331, 12_007, 870])
        #expect(parts == [.nok(20_551, 58), .nok(74_080, 70), .nok(5_367, 72)])
    }

    @Test func `of equal remainders the earlier part bears the odd øre`() throws {
        let parts = try Apportionment.parts(of: .nok(69_000), by: Array(repeating: 1, count: 7))
        #expect(parts == Array(repeating: .nok(9857, 15), count: 2) + Array(repeating: .nok(9857, 14), count: 5))
    }

    @Test func `any division sums to the whole`() throws {
        for whole in [1000, 6_900_000, 6_900_001, 99_999_999] as [Int64] {
            for weights in [[1, 1, 1], [1, 2, 3, 5, 7, 11], [999_999_937, 1_000_003], [17]] as [[Int64]] {
                let parts = try Apportionment.parts(of: Money(minorUnits: whole, .nok), by: weights)
                #expect(parts.reduce(0) { $0 + $1.minorUnits } == whole, "\(whole) by \(weights)")
            }
        }
    }

    @Test func `a part without anything is refused, and its twin with a minor unit each is not`() throws {
        #expect(throws: Rejection.invalid("shares", "shares.weights")) {
            try Apportionment.parts(of: Money(minorUnits: 2, .nok), by: [1, 1, 1])
        }
        #expect(try Apportionment.parts(of: Money(minorUnits: 3, .nok), by: [1, 1, 1]).map(\.minorUnits) == [1, 1, 1])
    }

    @Test func `the days that are used and the days that are not sum to the whole`() throws {
        let whole = Period.from("2026-09-01", to: "2028-03-01")
        let used = try Apportionment.share(of: .nok(69_000), for: .from("2026-09-01", to: "2027-04-01"), in: whole)
        let rest = try Apportionment.share(of: .nok(69_000), for: .from("2027-04-01", to: "2028-03-01"), in: whole)
        #expect(whole.days == 547)
        #expect([used, rest] == [.nok(26_742, 23), .nok(42_257, 77)])
    }

    @Test func `days outside the period are refused`() throws {
        let whole = Period.from("2026-09-01", to: "2028-03-01")
        #expect(throws: Rejection.invalid("part", "period.outside")) {
            try Apportionment.share(of: .nok(69_000), for: .from("2026-08-31", to: "2027-04-01"), in: whole)
        }
        #expect(throws: Rejection.invalid("part", "period.outside")) {
            try Apportionment.share(of: .nok(69_000), for: .from("2027-08-31", to: "2028-03-02"), in: whole)
        }
        #expect(try Apportionment.share(of: .nok(69_000), for: whole, in: whole) == .nok(69_000))
    }
}
