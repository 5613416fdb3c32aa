import KohortCore
import Testing

@testable import Tenancy

struct ProgrammeRulesTests {
    private static let each = "each: {host: any_member}"
    private static let count = "count: {at_least: 2, at_most: 3}\n        each: {host: any_member}"
    private static let parts = "parts: [{host: home, months: 9}, {host: another_member, months: 9}]"

    @Test(arguments: [
        (each, "each: {host: any_member, months: 10}", "rules.periods value.conflict"),
        (
            count, "count: 2\n        parts: [{host: home, months: 9}, {host: another_member, months: 10}]",
            "rules.periods value.conflict"
        ),
        (count, "count: 3\n        \(parts)", "rules.periods.count value.conflict"),
        (count, "count: 2\n        each: {host: home}\n        \(parts)", "rules.periods.parts value.conflict"),
        (count, "count: 2", "rules.periods.parts key.missing"),
        (each, "each: {host: named}", "rules.periods.each.host value.conflict"),
        (each, "each: {host: home, organisation: vik}", "rules.periods.each.host value.conflict"),
        (each, "each: {host: elsewhere}", "rules.periods.each.host value.word"),
        (each, "each: {host: named, organisation: ks}", "rules.periods.each.organisation reference.unknown"),
        ("months: 18", "months: 0", "rules.months value.range"),
        (
            "{count: 6,", "{count: 0, study_trips: {count: 1, among_gatherings: true},",
            "rules.gatherings.study_trips value.conflict"
        ),
        ("{independent_of: line}", "{independent_of: employer}", "rules.roles.mentor.independent_of value.word"),
        (
            "{steps: [evaluation]}", "{steps: [evaluation], requires: [award]}",
            "rules.completion.requires value.conflict"
        ),
        ("per: trainee,", "per: head,", "rules.fees[0].per value.word"),
        ("[application]}", "[application], fields_limited: true}", "rules.selection.fields_limited value.conflict"),
        ("[permanent]}", "[permanent], recommended: temporary}", "rules.employment.recommended value.conflict"),
        ("[permanent]}", "[permanent], pay_share_percent: 101}", "rules.employment.pay_share_percent value.range"),
    ])
    func `a wrong rule is refused`(old: String, new: String, problem: String) throws {
        let problems = try SmallDefinition.problems(old, new)
        #expect(problems.map { "\($0.path) \($0.code.rawValue)" } == ["programmes[0].\(problem)"])
    }

    @Test func `fixed parts that fill the programme are read`() throws {
        let periods = try SmallDefinition.read(Self.count, "count: 2\n        \(Self.parts)").programmes[0].rules
            .periods
        #expect(periods.rule(ofPeriod: 2)?.host == .anotherMember)
        #expect(periods.rule(ofPeriod: 3) == nil)
        #expect(periods.months == Bounds(exactly: 18))
    }

    @Test func `one rule holds for every period, and none beyond the last`() throws {
        let periods = try SmallDefinition.read(Self.each, "each: {host: any_member, months: {at_least: 6, at_most: 9}}")
            .programmes[0].rules.periods
        #expect(periods.rule(ofPeriod: 3)?.host == .anyMember)
        #expect(periods.rule(ofPeriod: 4) == nil && periods.rule(ofPeriod: 0) == nil)
        #expect(periods.months == Bounds(12, 27))
    }

    @Test func `a named host is an organisation of the file`() throws {
        let periods = try SmallDefinition.read(Self.each, "each: {host: named, organisation: nes}").programmes[0].rules
            .periods
        #expect(periods.parts[0].organisation?.text == "nes")
    }

    @Test(arguments: [
        ("{measure: members, at_least: 10}", true), ("{measure: accepted, at_least_percent: 80, of: offered}", true),
        ("{measure: members}", false), ("{measure: members, at_least: 10, at_least_percent: 80, of: offered}", false),
        ("{measure: accepted, at_least_percent: 80}", false), ("{measure: members, at_least: 10, of: offered}", false),
        ("{measure: accepted, at_least_percent: 101, of: offered}", false),
    ])
    func `a target is a number or a share of another measure`(target: String, isRight: Bool) throws {
        let problems = try SmallDefinition.problems("      fees:", "      targets: [\(target)]\n      fees:")
        #expect(problems.isEmpty == isRight)
    }

    @Test func `a fee and a goal bear each slug once`() throws {
        let goals = "goals: [{slug: law, text: Lov}, {slug: law, text: Etikk}]"
        #expect(
            try SmallDefinition.problems("      fees:", "      \(goals)\n      fees:").map(\.short)
                == ["programmes[0].rules.goals[1] 38 slug.duplicate"])
    }
}
