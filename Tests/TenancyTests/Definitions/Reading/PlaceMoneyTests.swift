import KohortCore
import Testing

@testable import Tenancy

struct PlaceMoneyTests {
    @Test(arguments: [
        ("-69000 NOK", "money.negative"), ("-0.01 NOK", "money.negative"), ("69000 SEK", "money.currency"),
        ("69000", "value.type"), ("69000 EUR", "value.type"), ("69 000 NOK", "value.type"),
        ("69000,00 NOK", "value.type"),
        ("69000.5 NOK", "value.type"), ("NOK 69000", "value.type"), ("1e5 NOK", "value.type"),
        (".50 NOK", "value.type"),
        ("1234567890123 NOK", "value.type"),
    ])
    func `a wrong amount is refused`(amount: String, code: String) throws {
        #expect(
            try SmallDefinition.problems("amount: 69000 NOK", "amount: \"\(amount)\"").map(\.short)
                == ["programmes[0].rules.fees[0].amount 39 \(code)"])
    }

    @Test(arguments: [("0 NOK", 0), ("3833.33 NOK", 383_333), ("999999999999 NOK", 99_999_999_999_900)])
    func `a right amount is read to the øre`(amount: String, minorUnits: Int64) throws {
        let definition = try SmallDefinition.read("amount: 69000 NOK", "amount: \(amount)")
        #expect(definition.programmes[0].rules.fees[0].amount == Money(minorUnits: minorUnits, .nok))
    }
}
