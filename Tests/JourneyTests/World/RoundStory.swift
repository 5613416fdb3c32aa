import Testing

/// Norra Norrland's round as it is lived through, act by act, and what has been learned on the way.
struct RoundStory: Sendable {
    static let tenant = "norra-norrland"
    static let round = "/staff/rounds/first-call"
    let installation: Installation
    let website: OtherSystem
    let neighbour: Neighbour
    var lead: Browser
    var coordinators: [String: Browser] = [:]
    /// The ids of `Place.all`.
    var demands: [String] = []
    /// By their numbers: the 400.
    var applicants: [Applicant] = []
    /// The first of them, who applied to the neighbour too.
    var visitor: Applicant?

    /// The operator makes the tenant from its file, and a key to its JSON API.
    static func begin() async throws -> RoundStory {
        let installation = try await Installation(at: "2026-11-20T08:00:00Z")
        try await installation.apply(try Definition.norraNorrland())
        let website = try await installation.website(of: tenant)
        let lead = Browser(installation: installation, tenant: tenant)
        let neighbour = try await Neighbour.publishing(in: installation)
        return RoundStory(installation: installation, website: website, neighbour: neighbour, lead: lead)
    }

    /// Another day: the clock moves, and who works there signs in anew.
    mutating func comes(_ moment: String) async throws {
        installation.move(to: moment)
        lead = try await installation.signIn("lead", at: nil, of: Self.tenant)
        for employer in Place.employers {
            coordinators[employer] = try await installation.signIn("coordinator", at: employer, of: Self.tenant)
        }
    }

    func coordinator(_ employer: String) throws -> Browser { try #require(coordinators[employer]) }
}

extension Installation {
    func apply(_ yaml: String) async throws {
        struct Answer: Decodable { let isNew: Bool }
        let answer: Answer = try await ask("ApplyDefinitionFile", ["yaml": yaml, "isDryRun": false])
        #expect(answer.isNew)
    }

    func website(of tenant: String) async throws -> OtherSystem {
        struct Answer: Decodable { let token: String }
        let members: [String: Any] = ["tenant": tenant, "role": "lead", "name": "Website", "days": 366]
        let answer: Answer = try await ask("MakeToken", members)
        return OtherSystem(installation: self, tenant: tenant, token: answer.token)
    }

    /// By a fresh invitation of the operator's.
    func signIn(_ role: String, at employer: String?, of tenant: String) async throws -> Browser {
        struct Answer: Decodable { let link: String }
        var members: [String: Any] = [
            "tenant": tenant, "email": "\(role)@\(employer ?? "office").example", "name": "Somebody", "role": role,
            "language": "en",
        ]
        members["organisation"] = employer
        let answer: Answer = try await ask("MakeInvitation", members)
        let browser = Browser(installation: self, tenant: tenant, language: "en")
        return try await browser.signedIn(by: answer.link)
    }
}
