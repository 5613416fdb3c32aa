import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Delivery

@Suite struct LongNamesTests {
    private func contact(_ name: String, _ local: String) throws -> Contact {
        Contact(name: name, email: try #require(EmailAddress("\(local)@example.org")), language: .nb)
    }

    private static let most = String(repeating: "å", count: 200)

    @Test func `names of 200 characters are taken, and one more is refused`() async throws {
        let world = try await DeliveryWorld.make()
        func enter(_ name: String, _ id: TraineeID = .new()) async throws -> [String] {
            let command = EnterTrainee(
                trainee: id, cohort: world.cohort.id, employer: world.city, contact: try contact(name, "kari"),
                field: "roads", contract: .permanent)
            return try await world.faults { try await world.perform(command) }
        }
        let id = TraineeID.new()
        #expect(try await enter(Self.most + "å") == ["name text.too_long"])
        #expect(try await enter(Self.most, id) == [])
        #expect(try await world.trainees().map(\.name) == [Self.most])

        let placement = try await world.placement(of: id)
        func follow(_ name: String) async throws -> [[String]] {
            [
                try await world.faults {
                    try await world.perform(
                        NameMentor(id: .new(), trainee: id, contact: try contact(name, "mentor")))
                },
                try await world.faults {
                    try await world.perform(
                        NameSupervisor(id: .new(), placement: placement, contact: try contact(name, "supervisor")))
                },
                try await world.faults {
                    try await world.perform(MarkAsLine(trainee: id, contact: try contact(name, "line")))
                },
            ]
        }
        #expect(try await follow(Self.most + "å") == Array(repeating: ["name text.too_long"], count: 3))
        #expect(try await follow(Self.most) == [[], [], []])
    }

    @Test func `a gathering's title has 200 characters at most`() async throws {
        let world = try await DeliveryWorld.make()
        func plan(_ title: String) async throws -> [String] {
            try await world.faults {
                try await world.perform(
                    try world.planning(.new(), .gathering, "2011-11-07", "2011-11-08", title: title))
            }
        }
        #expect(try await plan(Self.most + "å") == ["title text.too_long"])
        #expect(try await plan(Self.most) == [])
    }
}
