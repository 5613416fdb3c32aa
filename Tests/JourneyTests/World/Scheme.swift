import Foundation
import HTTPTypes
import KohortCore
import KohortTesting
import NIOCore
import Testing

/// A consortium at work: its definition applied as `kohort tenant apply` does, and reached by those who hold tokens.
struct Scheme: Sendable {
    let installation: Installation
    let tenant: String
    let cohort: String
    let lead: TokenHolder

    /// From the file of `config/consortia`, changed where a story needs what the source does not name.
    static func begin(
        _ file: String, _ tenant: String, cohort: String, at start: String,
        changed: (String) -> String = { $0 }
    ) async throws -> Scheme {
        let installation = try await Installation(at: start)
        try await apply(changed(try definition(file)), in: installation)
        let lead = TokenHolder("lead", of: nil, tenant, installation)
        return Scheme(installation: installation, tenant: tenant, cohort: cohort, lead: lead)
    }

    static func definition(_ file: String) throws -> String {
        let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
        return try String(contentsOfFile: "\(root)/config/consortia/\(file).yaml", encoding: .utf8)
    }

    static func apply(_ yaml: String, in installation: Installation) async throws {
        struct Answer: Decodable { let tenant: String }
        let _: Answer = try await installation.ask("ApplyDefinitionFile", ["yaml": yaml, "isDryRun": false])
    }

    func holder(_ role: String, of employer: String? = nil) -> TokenHolder {
        TokenHolder(role, of: employer, tenant, installation)
    }

    /// By the operator's invitation, which makes the person a coordinator.
    func nameCoordinator(at employer: String) async throws {
        struct Answer: Decodable { let link: String }
        let _: Answer = try await installation.ask(
            "MakeInvitation",
            [
                "tenant": tenant, "email": "coordinator@\(employer).example", "name": "Kim Koordinator",
                "role": "coordinator", "organisation": employer, "language": "nb",
            ])
    }

    /// Enters a trainee of an employer and answers the id.
    func enter(
        _ name: String, at employer: String, field: String = "Engineering", contract: String = "temporary"
    ) async throws -> String {
        let address = name.lowercased().replacing(" ", with: ".") + "@people.example"
        let answer = try await lead.post(
            "/cohorts/\(cohort)/trainees",
            ["name": name, "email": address, "employer": employer, "field": field, "contract": contract])
        #expect(answer.said == "", "\(name)")
        return answer.made
    }

    func trainee(_ id: String) async throws -> [String: Any] { try await lead.get("/trainees/\(id)").object }

    /// The states of the cohort's trainees by name.
    func states() async throws -> [String: String] {
        let lines = try await lead.get("/cohorts/\(cohort)/trainees").list("trainees")
        return Dictionary(uniqueKeysWithValues: lines.map { ($0.text("name"), $0.text("state")) })
    }
}

/// Another system with a role, whose token is renewed in time.
struct TokenHolder: Sendable {
    private let installation: Installation
    private let tenant: String
    private let role: String
    private let employer: String?

    init(_ role: String, of employer: String?, _ tenant: String, _ installation: Installation) {
        (self.installation, self.tenant) = (installation, tenant)
        (self.role, self.employer) = (role, employer)
    }

    /// A fresh one: stories go on for years.
    private func token() async throws -> String {
        struct Answer: Decodable { let token: String }
        var members: [String: Any] = ["tenant": tenant, "role": role, "name": "System", "days": 366]
        members["organisation"] = employer
        let answer: Answer = try await installation.ask("MakeToken", members)
        return answer.token
    }

    func get(_ path: String) async throws -> TestResponse {
        try await installation.send(.get, "/\(tenant)/api/v1\(path)", try await headers())
    }

    /// Sends a body, or none, under a key of its own.
    func post(_ path: String, _ body: [String: Any]? = nil) async throws -> TestResponse {
        var headers = try await headers()
        headers[HTTPField.Name("Idempotency-Key")!] = OnceID.new().description
        guard let body else { return try await installation.send(.post, "/\(tenant)/api/v1\(path)", headers) }
        headers[.contentType] = "application/json"
        let bytes = ByteBuffer(bytes: try JSONSerialization.data(withJSONObject: body))
        return try await installation.send(.post, "/\(tenant)/api/v1\(path)", headers, bytes)
    }

    private func headers() async throws -> HTTPFields {
        [.authorization: "Bearer \(try await token())", .acceptLanguage: "en"]
    }
}

extension TestResponse {
    /// The members of a JSON object.
    var object: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any]) ?? [:]
    }

    /// The objects in a member of it.
    func list(_ name: String) -> [[String: Any]] { object.list(name) }

    /// The id of what was made.
    var made: String { object.text("id") }

    /// Why a change was refused, in codes: of its fields, or of the whole; empty when it was done.
    var said: String {
        if status.code < 300 { return "" }
        let fields = list("errors").map { "\($0.text("field")) \($0.text("code"))" }
        return fields.isEmpty ? object.text("code") : fields.joined(separator: ", ")
    }
}

extension [String: Any] {
    func text(_ name: String) -> String { self[name] as? String ?? "" }
    func number(_ name: String) -> Int? { self[name] as? Int }
    func list(_ name: String) -> [[String: Any]] { self[name] as? [[String: Any]] ?? [] }
    func texts(_ name: String) -> [String] { self[name] as? [String] ?? [] }
}
