import KohortCore
import Testing

@testable import Tenancy

struct PlacePeriodsTests {
    @Test func `an open-ended period is refused`() throws {
        #expect(
            try SmallDefinition.problems(", to: 2013-03-01}", "}").map(\.short)
                == ["cohorts[0].period.to 46 period.open"])
    }

    @Test(arguments: ["2011-09-01", "2011-08-31"])
    func `a period that does not end after it starts is refused`(end: String) throws {
        #expect(
            try SmallDefinition.problems("to: 2013-03-01", "to: \(end)").map(\.short)
                == ["cohorts[0].period.to 46 date.order"])
    }

    @Test func `a date that cannot be read is blamed once, not for its order too`() throws {
        #expect(
            try SmallDefinition.problems("from: 2011-09-01", "from: 2011-09-31").map(\.short)
                == ["cohorts[0].period.from 46 date.impossible"])
    }

    @Test func `a number without an upper bound is refused, one with bounds is read`() throws {
        #expect(
            try SmallDefinition.problems("{at_least: 2, at_most: 3}", "{at_least: 2}").map(\.short)
                == ["programmes[0].rules.periods.count.at_most 33 period.open"])
        #expect(
            try SmallDefinition.problems("{at_least: 2, at_most: 3}", "{at_least: 3, at_most: 2}").map(\.short)
                == ["programmes[0].rules.periods.count.at_most 33 value.range"])
        #expect(
            try SmallDefinition.read("{at_least: 2, at_most: 3}", "2").programmes[0].rules.periods.count == Bounds(2, 2)
        )
    }
}
