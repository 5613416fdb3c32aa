import KohortCore
import KohortStore
import KohortTesting
import Testing

struct AuthorityTests {
    @Test func `what is forbidden is not performed and not read`() async throws {
        let store = try await TestStore.sample(allowing: .nothing)
        await #expect(throws: Rejection.forbidden) { try await store.perform(WriteNote("note")) }
        await #expect(throws: Rejection.forbidden) { try await store.state }
        #expect(try store.write { try $0.count("select count(*) from note") } == 0)
    }

    @Test func `what is hidden looks as if it were not there`() async throws {
        let store = try await TestStore.sample(allowing: Self.deciding { _, _, _ in .hidden })
        await #expect(throws: Rejection.notFound) { try await store.perform(WriteNote("note")) }
        await #expect(throws: Rejection.notFound) { try await store.state }
        #expect(try store.write { try $0.count("select count(*) from note") } == 0)
    }

    @Test func `actor, permission and scope are those of the call`() async throws {
        let kari = Actor.person(.new())
        let authority = Self.deciding { actor, permission, scope in
            actor == kari && permission == .writeNotes && scope == .consortium ? .allowed : .forbidden
        }
        let store = try await TestStore.sample(allowing: authority)
        #expect(try await store.perform(WriteNote("note"), by: kari) == 1)
        await #expect(throws: Rejection.forbidden) { try await store.perform(WriteNote("other"), by: .anonymous) }
        await #expect(throws: Rejection.forbidden) { try await store.fetch(ReadState(), by: kari) }
    }

    @Test func `the right is decided in the transaction of the deed`() async throws {
        let authority = Authority(
            decide: { _, permission, _, read in
                guard permission == .writeNotes else { return .allowed }
                return try read.count("select count(*) from note") < 2 ? .allowed : .forbidden
            },
            reach: { _, _, _ in .all })
        let store = try await TestStore.sample(allowing: authority)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<50 { group.addTask { _ = try? await store.perform(WriteNote("note \(number)")) } }
        }
        #expect(try await store.state.titles.count == 2)
    }

    private static func deciding(_ decide: @escaping @Sendable (Actor, Permission, Scope) -> Decision) -> Authority {
        Authority(
            decide: { actor, permission, scope, _ in decide(actor, permission, scope) }, reach: { _, _, _ in .all })
    }
}
