import KohortWeb
import Testing

@testable import KohortSite

/// What stands in an address and could open something, listed whole: a new kind of link is a line here first, and a test
/// of its own in `What a consortium has signed`.
@Suite struct `What an address can bear` {
    /// A part of an address that lets somebody in by itself.
    private static let keys: Set<String> = ["key", "secret"]
    /// A code that shows what stands there, to whoever has it.
    private static let codes: Set<String> = ["code"]
    /// Names of things, which open nothing.
    private static let names: Set<String> = [
        "tenant", "round", "cohort", "programme", "employer", "provider", "place", "goal", "item", "kind", "outcome",
        "hash", "name", "number",
    ]
    /// Ids, of which an object of another's answers as one that is not there.
    private static let ids: Set<String> = [
        "candidacy", "charge", "delivery", "demand", "document", "draft", "gathering", "grant", "identity", "invoice",
        "leave", "matter", "mentorship", "message", "nomination", "offer", "person", "placement", "signIn", "talk",
        "token", "trainee", "unit", "vacancy", "webhook",
    ]

    @Test func `names and ids, and the keys and codes that are tried at another consortium`() async throws {
        let table = try await RoundSite().site.front(isReady: { true }).table
        let captures = table.routes.flatMap { route in
            route.pattern.matches(of: /\{([A-Za-z]+)\}/).map { String($0.output.1) }
        }
        #expect(Set(captures) == Self.keys.union(Self.codes).union(Self.names).union(Self.ids))
        let opening = table.routes.filter { route in Self.keys.contains { route.pattern.contains("{\($0)}") } }
        #expect(
            Set(opening.map(\.pattern)) == [
                "/{tenant}/candidacies/{candidacy}/{key}", "/{tenant}/sign-in/{secret}",
                "/{tenant}/me/address/{secret}",
            ])
    }

    @Test func `no calendar to subscribe to, no link to unsubscribe and no signed file`() async throws {
        let table = try await RoundSite().site.front(isReady: { true }).table
        let words = ["ics", "feed", "subscri", "signature", "share"]
        let found = table.routes.map(\.pattern).filter { pattern in words.contains { pattern.contains($0) } }
        #expect(found == [])
        #expect(table.routes.contains { $0.pattern == "/{tenant}/calendar" })
    }
}
