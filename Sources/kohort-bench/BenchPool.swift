import KohortApp
import KohortCore
import KohortStore
import Recruitment
import Tenancy

/// The demo's round with its pool of 400 released, and who reads it.
struct BenchPool {
    private let kohort: Kohort
    private let now: Instant

    init(_ kohort: Kohort) { (self.kohort, now) = (kohort, kohort.clock.now) }

    func enlarge(from has: Int, to count: Int) async throws {
        guard count > has else { return }
        try await kohort.use(try tenant) { try await BenchApplicants($0, at: now).apply(has..<count) }
    }

    /// By a lead of the bench's own, after the deadline: commands arrive when they are said to.
    func release() async throws {
        let lead = try await invite(.lead, nil)
        try await kohort.use(try tenant) { open in
            let rounds = try await open.store.fetch(RoundList(), by: .operator, at: now)
            for round in rounds where round.releasedAt == nil {
                _ = try await open.store.perform(
                    ReleasePool(round: round.id), by: .person(lead.person), at: now.adding(days: 30))
            }
        }
    }

    /// Sign-in links of a coordinator and a lead, tokens of a system and an employer, and a vacancy.
    func visitors() async throws -> [(String, String)] {
        let vacancies = try await kohort.use(try tenant) { open in
            try await open.store.fetch(VacancyList(), by: .anonymous, at: now).vacancies
        }
        guard let vacancy = vacancies.first else { throw Rejection.notFound }
        let employer = try Slug("ornskoldsvik")
        return [
            ("link", try await invite(.coordinator, employer).link),
            ("token", try await token(.integration, nil)),
            ("employer", try await token(.coordinator, employer)),
            ("lead", try await invite(.lead, nil).link),
            ("vacancy", vacancy.demand.description),
        ]
    }

    private var tenant: Slug { get throws { try Slug("norra-norrland") } }

    private func token(_ role: Role, _ employer: Slug?) async throws -> String {
        let call = MakeToken(tenant: try tenant, role: role, organisation: employer, name: "bench", days: 1)
        return try await call.answer(in: kohort).token
    }

    private func invite(_ role: Role, _ employer: Slug?) async throws -> MakeInvitation.Answer {
        guard let email = EmailAddress("\(role)@bench.example") else { throw Rejection.notFound }
        let call = MakeInvitation(
            tenant: try tenant, email: email, name: "Bench", role: role, organisation: employer, language: .en)
        return try await call.answer(in: kohort)
    }
}
