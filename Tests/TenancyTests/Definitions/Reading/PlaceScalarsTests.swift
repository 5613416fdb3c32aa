import KohortCore
import Testing

@testable import Tenancy

struct PlaceScalarsTests {
    @Test(arguments: ["\"6\"", "6.0", "+6", "06", "six", "1_0", "0x6", "[6]", "99999999999999999999"])
    func `what is not plainly a whole number is refused`(value: String) throws {
        #expect(
            try SmallDefinition.problems("count: 6", "count: \(value)").map(\.short)
                == ["programmes[0].rules.gatherings.count 35 value.type"])
    }

    @Test(arguments: [("0", false), ("1", true), ("60", true), ("61", false)])
    func `a number outside its range is refused`(value: String, isRight: Bool) throws {
        let problems = try SmallDefinition.problems(
            "offer_response_working_days: 5", "offer_response_working_days: \(value)")
        #expect(problems.isEmpty == isRight)
    }

    @Test(arguments: ["yes", "True", "1", "\"true\"", "on"])
    func `only true and false are yes and no`(value: String) throws {
        #expect(
            try SmallDefinition.problems("one_acceptance_closes_rest: true", "one_acceptance_closes_rest: \(value)")
                .map(\.short) == ["consortium.settings.one_acceptance_closes_rest 10 value.type"])
        #expect(
            try !SmallDefinition.read("one_acceptance_closes_rest: true", "one_acceptance_closes_rest: false")
                .consortium.settings.oneAcceptanceClosesRest)
    }

    @Test func `an unknown word is refused with those that are allowed and the nearest`() throws {
        let problem = try #require(try SmallDefinition.problems("state: active", "state: actve").first)
        #expect(problem.short == "programmes[0].state 28 value.word")
        #expect(problem.allowed == "one of planned, active, closed; did you mean active?")
    }

    @Test(arguments: [
        ("\"  \"", "text.required"), ("\"a\\rb\"", "text.control"), ("\"a\\0b\"", "text.control"),
        (String(repeating: "x", count: 41), "text.too_long"),
    ])
    func `a text that is blank, too long or has control characters is refused`(text: String, code: String) throws {
        #expect(
            try SmallDefinition.problems("version: \"1\"", "version: \(text)").map(\.short)
                == ["programmes[0].version 29 \(code)"])
    }

    @Test func `a text at its limit is read, trimmed and composed`() throws {
        let letters = String(repeating: "x", count: 39)
        let definition = try SmallDefinition.read("version: \"1\"", "version: \" \(letters)A\u{30A} \"")
        #expect(Array(definition.programmes[0].version.unicodeScalars) == Array("\(letters)\u{C5}".unicodeScalars))
    }

    @Test(arguments: ["2011-02-29", "2011-13-01", "2011-4-1", "01.04.2011", "2011-04-01T00:00:00", "april"])
    func `an impossible date is refused`(date: String) throws {
        #expect(
            try SmallDefinition.problems("first_day: 2011-04-01", "first_day: \(date)").map(\.short)
                == ["occasions[0].first_day 56 date.impossible"])
    }

    @Test(arguments: [
        ("time_zone: Europe/Oslo", "time_zone: Europe/Olso", "consortium.time_zone 6 value.type"),
        ("country: NO\n", "country: DK\n", "consortium.country 7 value.word"),
        ("  currency: NOK", "  currency: NOK\n  domain: https://x.no", "consortium.domain 9 value.type"),
        (
            "  currency: NOK", "  currency: NOK\n  sender: {name: Nord, address: nord@@x.no}",
            "consortium.sender.address 9 value.type"
        ),
    ])
    func `zones, countries, domains and addresses are checked`(old: String, new: String, problem: String) throws {
        #expect(try SmallDefinition.problems(old, new).map(\.short).contains(problem))
    }

    @Test func `a right domain and sender are read`() throws {
        let definition = try SmallDefinition.read(
            "  currency: NOK",
            "  currency: NOK\n  domain: trainee.nord.example\n  sender: {name: Nord, address: trainee@nord.example}")
        #expect(definition.consortium.domain == "trainee.nord.example")
        #expect(definition.consortium.sender?.address.text == "trainee@nord.example")
    }
}
