import KohortCore
import Testing

@testable import Tenancy

struct OccasionDefinitionTests {
    @Test func `an occasion that ends before it starts is refused, one of a single day is right`() throws {
        #expect(
            try SmallDefinition.problems("last_day: 2011-04-02", "last_day: 2011-03-31").map(\.short)
                == ["occasions[0].last_day 56 date.order"])
        let occasion = try SmallDefinition.read("last_day: 2011-04-02", "last_day: 2011-04-01").occasions[0]
        #expect(occasion.firstDay == occasion.lastDay)
    }
}
