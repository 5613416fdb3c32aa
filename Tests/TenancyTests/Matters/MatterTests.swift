import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct MatterTests {
    @Test func `a matter is raised, listed and settled once`() async throws {
        let world = try await AppliedWorld.small()
        let id = MatterID.new()
        _ = try await world.store.perform(
            RaiseMatter(id: id, kind: .legal, title: " Hvem er arbeidsgiver? ", language: .nb))
        let raised = try await world.store.fetch(MatterList())
        #expect(raised.map { $0.title.text(in: .nb) } == ["Utgifter", "Hvem er arbeidsgiver?"])
        #expect(raised.allSatisfy { $0.settledAt == nil })
        _ = try await world.store.perform(SettleMatter(id: id, settlement: "Egen kommune."))
        await #expect(throws: Rejection.conflict("matter.settled")) {
            _ = try await world.store.perform(SettleMatter(id: id, settlement: "Igjen"))
        }
        let settled = try await world.store.fetch(MatterList())
        #expect(settled.map(\.settlement) == ["", "Egen kommune."])
        #expect(try await world.journal().suffix(2) == ["tenancy.matter.raised", "tenancy.matter.settled"])
    }

    @Test func `open matters come before settled ones`() async throws {
        let world = try await AppliedWorld.small()
        let laid = try #require(try await world.store.fetch(MatterList()).first)
        _ = try await world.store.perform(SettleMatter(id: laid.id, settlement: ""))
        _ = try await world.store.perform(RaiseMatter(id: .new(), kind: .economic, title: "Ny", language: .nb))
        #expect(try await world.store.fetch(MatterList()).map(\.slug?.text) == [nil, "costs"])
    }

    @Test func `a settled matter stays settled when the definition words it anew`() async throws {
        let world = try await AppliedWorld.small()
        let laid = try #require(try await world.store.fetch(MatterList()).first)
        _ = try await world.store.perform(SettleMatter(id: laid.id, settlement: "Delt likt"))
        try await world.apply(SmallDefinition.changed("nb: Utgifter", "nb: Kostnader"))
        let matter = try #require(try await world.store.fetch(MatterList()).first)
        #expect(matter.title.text(in: .nb) == "Kostnader")
        #expect(matter.settlement == "Delt likt" && matter.settledAt != nil)
    }

    @Test(arguments: [
        ("", "text.required"), ("a\r\nb", "text.control"), (String(repeating: "x", count: 201), "text.too_long"),
    ])
    func `a title that is no line of text is refused`(title: String, code: String) async throws {
        let world = try await AppliedWorld.small()
        let error = await #expect(throws: Rejection.self) {
            _ = try await world.store.perform(RaiseMatter(id: .new(), kind: .legal, title: title, language: .nb))
        }
        guard case .invalid(let problems)? = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(problems.map(\.code) == [code])
        #expect(try await world.store.fetch(MatterList()).count == 1)
    }

    @Test func `a matter or programme that is not there is not found`() async throws {
        let world = try await AppliedWorld.small()
        await #expect(throws: Rejection.notFound) {
            _ = try await world.store.perform(SettleMatter(id: .new(), settlement: "x"))
        }
        await #expect(throws: Rejection.notFound) {
            _ = try await world.store.perform(
                RaiseMatter(id: .new(), kind: .legal, title: "x", language: .nb, programme: .new()))
        }
    }
}
