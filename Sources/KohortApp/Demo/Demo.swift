import KohortCore
import KohortStore
import Tenancy

/// Fills an empty installation with three consortia to look at: KS with one programme planned and one in its middle,
/// Romerike with its history and the eight trainees of 2013, and Norra Norrland in the middle of a round. All through
/// the same commands as in earnest; what is there already stays.
package struct Demo: Sendable {
    static let candidates = 400
    /// The tenant that the round belongs to.
    static var recruiting: Slug { get throws { try Slug("norra-norrland") } }
    /// The tenant whose trainees are in the middle of their programme.
    static var delivering: Slug { get throws { try Slug("ks") } }
    static var historic: Slug { get throws { try Slug("romerike") } }
    private let kohort: Kohort
    private let definitions: DemoDefinition

    package init(_ kohort: Kohort) {
        (self.kohort, definitions) = (kohort, DemoDefinition(folder: kohort.settings.definitions))
    }

    package func fill() async throws {
        try await deliver()
        try await remember()
        try await recruit()
    }

    func deliver() async throws {
        let programmes = try [definitions.read("ks-2006"), definitions.readKS(months)]
        try await make(Self.delivering, programmes, fill: fillDelivering)
    }

    private func fillDelivering(_ open: TenantStore) async throws { try await DemoKS(open, kohort, months).fill() }
    private var months: DemoMonths { DemoMonths(around: kohort.clock.now, in: .oslo) }

    func remember() async throws {
        let programmes = try [definitions.read("romerike")]
        try await make(Self.historic, programmes, fill: fillHistoric)
    }

    private func fillHistoric(_ open: TenantStore) async throws {
        try await DemoRomerike(open, at: kohort.clock.now).fill()
    }

    /// A tenant that is filled before anybody sees it: an interrupted start leaves all of it or nothing.
    @inline(never)
    private func make(
        _ slug: Slug, _ definitions: [ConsortiumDefinition], fill: (TenantStore) async throws -> Void
    ) async throws {
        guard try await kohort.find(slug) == nil else { return }
        try await kohort.create(slug) { open in
            for definition in definitions {
                _ = try await open.store.perform(ApplyDefinition(definition), by: .operator, at: kohort.clock.now)
            }
            try await fill(open)
        }
    }

    /// The round is filled piece by piece, and goes on where it stopped.
    private func recruit() async throws {
        let call = ApplyDefinitionFile(yaml: try definitions.text("norra-norrland"), isDryRun: false)
        _ = try await call.answer(in: kohort)
        try await kohort.use(try await kohort.require(Self.recruiting)) { open in
            try await DemoRound(open, at: kohort.clock.now).fill()
        }
    }
}
