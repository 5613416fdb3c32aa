import KohortCore
import Testing

struct MoneyTests {
    @Test func `a split sums to the whole, and the first parts bear the odd minor units`() {
        let parts = nok(69_000_00).split(into: 18)
        #expect(parts == Array(repeating: nok(3833_34), count: 6) + Array(repeating: nok(3833_33), count: 12))
        #expect(parts.map(\.minorUnits).reduce(0, +) == 69_000_00)
    }

    @Test func `a negative split mirrors the positive one`() {
        #expect(nok(-69_000_00).split(into: 18) == nok(69_000_00).split(into: 18).map { nok(-$0.minorUnits) })
    }

    @Test(arguments: [0, 1, 2, 17, 100, 101, -101, .max, .min] as [Int64], [1, 2, 3, 7, 18, 200])
    func `every split sums to the whole, with parts a minor unit apart at most`(whole: Int64, count: Int) throws {
        let parts = nok(whole).split(into: count).map(\.minorUnits)
        #expect(parts.count == count)
        #expect(parts.reduce(0, +) == whole)
        #expect(try #require(parts.max()) - #require(parts.min()) <= 1)
    }

    @Test(arguments: [0, -1])
    func `there is no split into no parts`(count: Int) {
        #expect(nok(100).split(into: count) == [])
    }

    @Test(
        arguments: [
            (1, 1, 2, 1), (1, 1, 3, 0), (2, 1, 3, 1), (3, 1, 2, 2), (5, 1, 2, 3), (149, 1, 100, 1), (150, 1, 100, 2),
            (100_00, 1, 3, 33_33), (100_00, 2, 3, 66_67), (69_000_00, 7, 18, 26_833_33), (0, 1, 2, 0), (7, 3, 3, 7),
        ] as [(Int64, Int64, Int64, Int64)])
    func `a share rounds half away from zero, above and below it alike`(
        whole: Int64, numerator: Int64, denominator: Int64, share: Int64
    ) {
        #expect(nok(whole).share(numerator, of: denominator) == nok(share))
        #expect(nok(-whole).share(numerator, of: denominator) == nok(-share))
        #expect(nok(whole).share(-numerator, of: denominator) == nok(-share))
    }

    @Test func `a share needs a positive denominator and a result that fits`() {
        #expect(nok(100).share(1, of: 0) == nil)
        #expect(nok(100).share(1, of: -2) == nil)
        #expect(nok(100).share(1, of: 1) == nok(100))
        #expect(nok(.max).share(2, of: 1) == nil)
        #expect(nok(.max).share(.max, of: .max) == nok(.max))
        #expect(nok(.min).share(.max, of: .max) == nok(.min))
        #expect(nok(.min).share(-1, of: 1) == nil)
    }

    @Test func `a sum that overflows is nil`() {
        #expect(nok(.max).adding(nok(1)) == nil)
        #expect(nok(.max - 1).adding(nok(1)) == nok(.max))
        #expect(nok(.min).adding(nok(-1)) == nil)
        #expect(nok(100).adding(nok(-250)) == nok(-150))
    }

    @Test func `different currencies have no sum`() {
        #expect(nok(100).adding(Money(minorUnits: 100, .sek)) == nil)
        #expect(nok(0).adding(Money(minorUnits: 0, .sek)) == nil)
        #expect(nok(100) != Money(minorUnits: 100, .sek))
    }

    @Test(
        arguments: [
            (69_000_00, "69000.00 NOK"), (0, "0.00 NOK"), (5, "0.05 NOK"), (-5, "-0.05 NOK"), (-1_50, "-1.50 NOK"),
            (.max, "92233720368547758.07 NOK"), (.min, "-92233720368547758.08 NOK"),
        ] as [(Int64, String)])
    func `an amount is described with two decimals and its currency`(minorUnits: Int64, text: String) {
        #expect(nok(minorUnits).description == text)
    }

    @Test func `an amount is stored in minor units`() throws {
        #expect(try stored(Money(minorUnits: 3833_34, .sek)) == #"{"currency":"SEK","minorUnits":383334}"#)
        #expect(try read(#"{"currency":"SEK","minorUnits":383334}"#) == Money(minorUnits: 3833_34, .sek))
        #expect(throws: DecodingError.self) {
            try read(#"{"currency":"SEK","minorUnits":3833.34}"#, as: Money.self)
        }
    }
}

private func nok(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, .nok) }
