import KohortApp
import KohortCore
import KohortStore
import KohortTesting
import Tenancy
import Testing

@testable import KohortSite

@Suite struct `Where somebody begins` {
    @Test func `is the room in which most is due, and the front page without one`() async throws {
        let world = try await RoundSite()
        let consortium = try await world.use { open in
            try await open.store.fetch(CurrentConsortium(), by: .anonymous, at: world.now)
        }
        let umea = try #require(consortium.organisations.first { $0.slug.text == "umea" }).id
        func path(_ roles: [InvitePerson.GrantedRole]) -> String {
            FirstRoom.path(of: Identity(actor: .anonymous, name: nil, language: nil, roles: roles), in: consortium)
        }
        let coordinator = InvitePerson.GrantedRole(.coordinator, on: .organisation(umea))
        #expect(path([coordinator, .init(.lead, on: .consortium)]) == "/staff")
        #expect(path([coordinator]) == "/employer/umea")
        #expect(path([.init(.finance, on: .organisation(umea))]) == "/employer/umea/invoices")
        #expect(path([.init(.committee, on: .consortium)]) == "/report")
        #expect(path([.init(.committee, on: .consortium), coordinator]) == "/employer/umea")
        #expect(path([.init(.committee, on: .consortium), .init(.mentor, on: .trainee(.new()))]) == "/me")
        #expect(path([.init(.finance, on: .organisation(umea)), coordinator]) == "/employer/umea")
        #expect(path([.init(.integration, on: .consortium)]) == "")
        #expect(path([.init(.coordinator, on: .organisation(.new()))]) == "")
        #expect(path([.init(.mentor, on: .trainee(.new()))]) == "/me")
        #expect(path([.init(.trainee, on: .trainee(.new())), coordinator]) == "/employer/umea")
        #expect(path([]) == "")
    }
}
