import KohortCore
import Testing

struct CurrencyTests {
    @Test func `the currencies are known by their ISO 4217 codes`() {
        #expect(Currency.allCases.map(\.rawValue) == ["NOK", "SEK"])
    }
}
