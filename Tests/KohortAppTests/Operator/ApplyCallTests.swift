import KohortApp
import KohortTesting
import Testing

@Suite struct `Applying a definition file` {
    @Test func `makes a tenant, then says that nothing changed, then what did`() async throws {
        let world = try await OperatorWorld()
        #expect(try await world.apply()["isNew"] as? Bool == true)
        let again = try await world.apply()
        #expect(again["isNew"] as? Bool == false && (again["changes"] as? [Any])?.isEmpty == true)
        let changed = try await world.apply {
            $0.replacing("retention_days: !assumed 730", with: "retention_days: 365")
        }
        #expect((changed["changes"] as? [Any])?.isEmpty == false)
        #expect(try await world.states() == ["norra-norrland": "active"])
    }

    @Test func `only tells what it would make when asked so`() async throws {
        let world = try await OperatorWorld()
        let members: [String: any Sendable] = ["yaml": try OperatorWorld.definition, "isDryRun": true]
        let told = try await world.ask("ApplyDefinitionFile", members) as? [String: Any]
        #expect(told?["isNew"] as? Bool == true)
        #expect(try await world.states() == [:])
    }

    @Test(.timeLimit(.minutes(15))) func `of two that make the same tenant at once one does, and the other is told`()
        async throws
    {
        let world = try await OperatorWorld()
        for number in 0..<5 {
            async let first = outcome("slug-\(number)", in: world)
            async let second = outcome("slug-\(number)", in: world)
            let outcomes = try await [first, second]
            #expect(outcomes.count { $0 == .made } == 1, "\(outcomes)")
        }
        #expect(try await world.states().count == 5)
        #expect(try world.ground.tenants().count == 5)
    }

    private enum Outcome: Equatable { case made, unchanged, refused(String) }

    /// Refused is who came while the other was at work; unchanged is who came just after.
    private func outcome(_ slug: String, in world: OperatorWorld) async throws -> Outcome {
        do {
            let answer = try await world.apply {
                $0.replacing("slug: norra-norrland\n", with: "slug: \(slug)\n")
            }
            return answer["isNew"] as? Bool == true ? .made : .unchanged
        } catch let problem as OperatorProblem { return .refused(problem.code) }
    }

    @Test func `one that is refused leaves nothing behind, and the right one is then taken`() async throws {
        let world = try await OperatorWorld()
        let problem = try await world.refusal(
            "ApplyDefinitionFile", ["yaml": "consortium: [", "isDryRun": false])
        #expect(problem?.code == "definition.invalid")
        #expect(try await world.states() == [:])
        #expect(try world.ground.tenants() == [])
        #expect(try await world.apply()["isNew"] as? Bool == true)
    }

    @Test func `a tenant that is deleted is not changed behind its back`() async throws {
        let world = try await OperatorWorld()
        try await world.apply()
        #expect(try await world.move("norra-norrland", to: "deleted") == nil)
        let yaml = try OperatorWorld.definition
        let problem = try await world.refusal("ApplyDefinitionFile", ["yaml": yaml, "isDryRun": false])
        #expect(
            problem
                == OperatorProblem("tenant.is_deleted", ["The tenant is deleted: restore takes that back."]))
        #expect(try await world.move("norra-norrland", to: "active", from: "deleted") == nil)
        #expect(try await world.apply()["isNew"] as? Bool == false)
    }
}
