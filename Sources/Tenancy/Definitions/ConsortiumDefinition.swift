import KohortCore

/// A definition file: a consortium, and those of its organisations, programmes and rounds that this file owns. Several
/// files may belong to one consortium; each owns what it names, and what it leaves out it leaves as it is.
package struct ConsortiumDefinition: Equatable, Sendable, Codable {
    package var consortium: ConsortiumProfile
    package var organisations: [OrganisationDefinition]
    package var memberships: [MembershipDefinition]
    package var bodies: [BodyDefinition]
    package var programmes: [ProgrammeDefinition]
    package var cohorts: [CohortDefinition]
    package var rounds: [RoundDefinition]
    package var matters: [MatterDefinition]
    package var occasions: [OccasionDefinition]

    package var slug: Slug { consortium.slug }
}

extension ConsortiumDefinition {
    /// Reads a definition file of at most 1 MB, or throws everything that is wrong with it at once.
    package static func read(yaml: String) throws(DefinitionProblems) -> ConsortiumDefinition {
        let node = try DefinitionText.nodes(of: yaml)
        guard let standIn = try? Slug("unreadable") else { throw DefinitionProblems(all: []) }
        let ledger = Ledger(standIn: standIn)
        let root = Place.root(node, ledger)
        Assumption.reportOtherTags(root)
        let definition = root.block(ConsortiumDefinition.init)
        ledger.checkReferences()
        let problems = ledger.problems
        if !problems.isEmpty {
            throw DefinitionProblems(all: problems.sorted { ($0.line, $0.path) < ($1.line, $1.path) })
        }
        return definition
    }

    /// Reads the bytes of a file, which must be UTF-8.
    package static func read(file: some Collection<UInt8>) throws(DefinitionProblems) -> ConsortiumDefinition {
        guard file.count <= DefinitionText.limit else {
            let allowed = "at most \(DefinitionText.limit) bytes"
            throw DefinitionText.problem(.fileTooLarge, found: "\(file.count) bytes", allowed: allowed)
        }
        guard let yaml = String(validating: file, as: UTF8.self) else {
            throw DefinitionText.problem(.fileEncoding, found: "bytes that are no text", allowed: "UTF-8")
        }
        return try read(yaml: yaml)
    }

    private init(_ keys: Keys) {
        // First, since it says in which languages and which currency the rest is written.
        consortium = keys["consortium"].block(ConsortiumProfile.init)
        organisations = keys.list("organisations").map { $0.block(OrganisationDefinition.init) }
        memberships = keys.list("memberships").map { $0.block(MembershipDefinition.init) }
        bodies = keys.list("bodies").map { $0.block(BodyDefinition.init) }
        programmes = keys.list("programmes", 0...100).map { $0.block(ProgrammeDefinition.init) }
        cohorts = keys.list("cohorts").map { $0.block(CohortDefinition.init) }
        rounds = keys.list("rounds").map { $0.block(RoundDefinition.init) }
        matters = keys.list("matters").map { $0.block(MatterDefinition.init) }
        occasions = keys.list("occasions").map { $0.block(OccasionDefinition.init) }
        keys.checkMemberships(memberships)
        keys.checkCohorts(self)
        keys.checkRounds(self)
    }
}
