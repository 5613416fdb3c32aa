import Foundation
import KohortApp
import KohortCore
import KohortStore
import KohortTesting

/// An installation of its own as the CLI asks it: a call by its name, JSON in and JSON out.
struct OperatorWorld: Sendable {
    let clock = MovableClock(.at("2026-11-20T08:00:00Z"))
    let kohort: Kohort
    let ground: TestGround

    init(keptDays: Int = 30) async throws {
        let (clock, ground) = (clock, try TestGround())
        var settings = try await ground.settings()
        (settings.baseURL, settings.deletedKeptDays) = ("http://127.0.0.1:8080", keptDays)
        kohort = try await Kohort.open(settings, clock: WallClock { clock.now })
        self.ground = ground
    }

    @discardableResult func ask(_ call: String, _ members: [String: any Sendable] = [:]) async throws -> Any {
        let body = try JSONSerialization.data(withJSONObject: members)
        let answer = try await OperatorCalls.answer(call, body, in: kohort)
        return try JSONSerialization.jsonObject(with: answer, options: .fragmentsAllowed)
    }

    /// What a call is refused with; nil when it is not.
    func refusal(_ call: String, _ members: [String: any Sendable] = [:]) async throws -> OperatorProblem? {
        do { try await ask(call, members) } catch let problem as OperatorProblem { return problem }
        return nil
    }

    /// Norra Norrland's definition file, or another made of it.
    @discardableResult func apply(_ change: (String) -> String = { $0 }) async throws -> [String: Any] {
        let yaml = change(try Self.definition)
        return try await ask("ApplyDefinitionFile", ["yaml": yaml, "isDryRun": false]) as? [String: Any] ?? [:]
    }

    static var definition: String {
        get throws {
            let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.joined(separator: "/")
            return try String(contentsOfFile: root + "/config/consortia/norra-norrland.yaml", encoding: .utf8)
        }
    }

    /// Slug and state of each tenant.
    func states() async throws -> [String: String] {
        let tenants = try await ask("ListTenants") as? [[String: String]] ?? []
        return Dictionary(
            uniqueKeysWithValues: tenants.compactMap { tenant in
                tenant["slug"].flatMap { slug in tenant["state"].map { (slug, $0) } }
            })
    }

    func move(_ slug: String, to state: String, from present: String? = nil) async throws -> OperatorProblem? {
        var members: [String: any Sendable] = ["slug": slug, "state": state]
        members["present"] = present
        return try await refusal("ChangeTenantState", members)
    }

    /// Whether anybody is served there.
    func serves(_ slug: String) async throws -> Bool {
        do { return try await kohort.use(try Slug(slug)) { _ in true } } catch Rejection.notFound { return false }
    }
}
