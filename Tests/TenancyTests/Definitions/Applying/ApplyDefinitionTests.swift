import Foundation
import KohortCore
import KohortStore
import KohortTesting
import Testing

@testable import Tenancy

struct ApplyDefinitionTests {
    private let yaml = SmallDefinition.yaml

    @Test func `a first file enters all it names, each with its event`() async throws {
        let world = try await AppliedWorld.make()
        let effect = try await world.apply(yaml)
        #expect(effect.changes.allSatisfy { $0.before == nil })
        #expect(
            try await world.journal() == [
                "tenancy.consortium.defined", "tenancy.organisation.defined", "tenancy.organisation.defined",
                "tenancy.membership.defined", "tenancy.membership.defined", "tenancy.body.defined",
                "tenancy.programme.defined", "tenancy.programme.version_made", "tenancy.cohort.defined",
                "tenancy.round.defined", "tenancy.matter.raised", "tenancy.occasion.defined",
            ])
        let stored = try await world.store.fetch(CurrentDefinition(), by: .operator)
        #expect(try stored?.changes(from: ConsortiumDefinition.read(yaml: yaml)).isEmpty == true)
    }

    @Test func `the same file again changes nothing and leaves nothing in the journal`() async throws {
        let world = try await AppliedWorld.small()
        let before = try await world.entries()
        #expect(
            try await world.apply(yaml, at: .at("2026-10-01T10:00:00Z")) == DefinitionEffect(changes: [], flags: []))
        #expect(try await world.entries() == before)
    }

    @Test(arguments: ["ks-2006", "ks-2011", "romerike", "norra-norrland", "general"])
    func `each file that comes with Kohort is applied, once`(name: String) async throws {
        let world = try await AppliedWorld.make()
        let yaml = try String(contentsOf: DefinitionFilesTests.folder.appending(path: "\(name).yaml"), encoding: .utf8)
        #expect(try await !world.apply(yaml).changes.isEmpty)
        #expect(try await world.apply(yaml).changes.isEmpty)
    }

    @Test func `two files of one consortium live side by side, whichever is applied last`() async throws {
        let world = try await AppliedWorld.make()
        let files = try ["ks-2006", "ks-2011", "ks-2006"].map {
            try String(contentsOf: DefinitionFilesTests.folder.appending(path: "\($0).yaml"), encoding: .utf8)
        }
        for file in files { try await world.apply(file) }
        let programmes = try await world.store.fetch(ProgrammeList(), by: .operator)
        #expect(programmes.map(\.slug.text) == ["ks-2006", "ks-2011"])
        #expect(programmes.map(\.version) == [1, 1])
        #expect(try await world.apply(files[1]).changes.isEmpty)
    }

    @Test func `what would change can be seen without changing it`() async throws {
        let world = try await AppliedWorld.small()
        let changed = try SmallDefinition.read("longest_days: 3", "longest_days: 2")
        let before = try await world.entries()
        let effect = try await world.store.fetch(DefinitionPreview(changed), by: .operator)
        #expect(effect.changes.map(\.description) == ["~ programmes[trainee].rules.gatherings.longest_days: 3 → 2"])
        #expect(try await world.entries() == before)
        #expect(try await world.store.perform(ApplyDefinition(changed)) == effect)
    }

    @Test func `changed rules make a new version, to which planned cohorts go over`() async throws {
        let world = try await AppliedWorld.small()
        try await world.apply(SmallDefinition.changed("longest_days: 3", "longest_days: 2"))
        let answer = try await world.store.fetch(ProgrammeVersions(Slug("trainee")))
        #expect(answer.versions.map(\.number) == [2, 1])
        #expect(answer.versions.map(\.rules.gatherings.longestDays) == [2, 3])
        #expect(answer.cohorts.map(\.version) == [2])
        #expect(
            try await world.journal().suffix(2) == ["tenancy.programme.defined", "tenancy.programme.version_made"])
    }

    @Test func `a running cohort keeps the version it started with`() async throws {
        let world = try await AppliedWorld.small()
        let running = yaml.replacing("state: planned", with: "state: running")
        try await world.apply(running)
        try await world.apply(running.replacing("longest_days: 3", with: "longest_days: 2"))
        let answer = try await world.store.fetch(ProgrammeVersions(Slug("trainee")))
        #expect(answer.versions.count == 2)
        #expect(answer.cohorts.map(\.version) == [1])
    }

    @Test func `a new label or another state makes no new version`() async throws {
        let world = try await AppliedWorld.small()
        try await world.apply(
            yaml.replacing("version: \"1\"", with: "version: One").replacing("active", with: "closed"))
        let answer = try await world.store.fetch(ProgrammeVersions(Slug("trainee")))
        #expect(answer.versions.map(\.label) == ["One"])
        #expect(answer.programme.state == .closed)
    }

    @Test func `a cohort that has started does not go back, and stays with its programme`() async throws {
        let world = try await AppliedWorld.make()
        try await world.apply(yaml.replacing("state: planned", with: "state: running"))
        await #expect(throws: Rejection.conflict("cohort.has_started")) { try await world.apply(yaml) }
        let second = yaml.replacing("- slug: trainee", with: "- slug: other")
            .replacing("programme: trainee", with: "programme: other")
            .replacing("state: planned", with: "state: running")
        await #expect(throws: Rejection.conflict("cohort.other_programme")) { try await world.apply(second) }
        #expect(try await world.store.fetch(ProgrammeList()).map(\.slug.text) == ["trainee"])
    }

    @Test func `the file of another consortium is refused and leaves nothing`() async throws {
        let world = try await AppliedWorld.small()
        let before = try await world.entries()
        await #expect(throws: Rejection.conflict("definition.other_consortium")) {
            try await world.apply(SmallDefinition.changed("slug: nord", "slug: sor"))
        }
        #expect(try await world.entries() == before)
    }

    @Test func `a round follows the consortium's settings, and says all that recruitment needs`() async throws {
        let world = try await AppliedWorld.small()
        try await world.apply(
            SmallDefinition.changed("offer_response_working_days: 5", "offer_response_working_days: 7"))
        let rounds = try await world.entries().filter { $0.name == RoundDefined.name }
            .map { try JSONText.decode(RoundDefined.self, from: $0.payload) }
        #expect(rounds.map(\.offerResponseWorkingDays) == [5, 7])
        #expect(Set(rounds.map(\.round)).count == 1)
        #expect(rounds[0].deadlines.applications.description == "2011-02-14")
    }

    @Test func `the journal holds no text that people read`() async throws {
        let world = try await AppliedWorld.make()
        try await world.apply(yaml.replacing("Utgifter", with: "kanari").replacing("name: Vik", with: "name: Kanari"))
        let payloads = try await world.entries().map(\.payload)
        #expect(payloads.contains { $0.contains("trainee") })
        #expect(!payloads.contains { $0.lowercased().contains("kanari") })
    }

    @Test func `a unit that the file leaves out is no longer listed, and is the same when it comes back`() async throws
    {
        let world = try await AppliedWorld.make()
        let with = yaml.replacing("name: Nes,", with: "name: Nes, units: [{slug: health, name: Helse}],")
        var seen: [[OrganisationUnit]] = []
        for file in [with, yaml, with] {
            try await world.apply(file)
            seen.append(try await world.store.fetch(Units()))
        }
        #expect(seen.map { $0.map(\.listed) } == [[true], [false], [true]])
        #expect(Set(seen.flatMap { $0 }.map(\.id)).count == 1)
    }

    private struct Units: Query {
        static let permission = Permission.readDefinition
        let scope = Scope.consortium
        func fetch(in read: borrowing Read) throws -> [OrganisationUnit] { try read.all(OrganisationUnit.self) }
    }
}
