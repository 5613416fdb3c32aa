import KohortCore
import KohortStore

/// The register of who opened which candidacy, and when (BC-8): the newest first, of all candidacies or of one. It
/// names candidacies by number, so that reading it opens none.
package struct CandidacyOpenings: Query {
    package struct Line: Hashable, Sendable {
        /// Of the journal's row.
        package let number: Int64
        package let at: Instant
        package let candidacy: CandidacyID
        package let registered: Int?
        package let round: Slug
        package let opener: Opener
    }

    package struct Answer: Hashable, Sendable {
        package let lines: [Line]
        /// What `before` is on the next page; nil on the last one.
        package let next: Int64?
    }

    package static let permission = Permission.readOpenings
    package static let pageSize = 50
    package let scope = Scope.consortium
    package let candidacy: CandidacyID?
    /// The last line of the page before; nil for the first page.
    package let before: Int64?

    package init(of candidacy: CandidacyID? = nil, before: Int64? = nil) {
        (self.candidacy, self.before) = (candidacy, before)
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        let rows = try JournalEntry.register(
            of: CandidacyOpened.self, subject: candidacy.map { Subject("candidacy", $0) }, before: before,
            limit: Self.pageSize + 1, in: read)
        let page = rows.prefix(Self.pageSize)
        let opened = try opened(Set(page.compactMap { CandidacyID($0.subjectID) }), in: read)
        let names = try read.ask(OpenerDirectory.self).names(Set(page.compactMap(\.actorID)), read)
        let lines = page.compactMap { row -> Line? in
            guard let candidacy = CandidacyID(row.subjectID), let (registered, round) = opened[candidacy] else {
                return nil
            }
            let name = row.actorID.flatMap { names[$0] }
            return Line(
                number: row.number, at: row.at, candidacy: candidacy, registered: registered, round: round,
                opener: Opener(kind: row.actorKind, name: name?.name, organisations: name?.organisations ?? []))
        }
        return Answer(lines: lines, next: rows.count > page.count ? page.last?.number : nil)
    }

    private func opened(
        _ candidacies: Set<CandidacyID>, in read: borrowing Read
    ) throws -> [CandidacyID: (Int?, Slug)] {
        let rows: [(CandidacyID, (Int?, Slug))] = try read.all(
            """
            select c.id, c.number, r.slug from candidacy c join round r on r.id = c.round
            where c.id in (\(list: candidacies.sorted()))
            """
        ) { (try $0[0], (try $0[1], try $0[2])) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}

/// Who opened a candidacy.
package struct Opener: Hashable, Sendable {
    /// As the journal has it: a person or a token.
    package let kind: String
    /// Nil once nobody knows it any more.
    package let name: String?
    /// The organisations that they have acted for.
    package let organisations: [OrganisationID]
}

extension Permission {
    /// To see who opened whose application.
    package static let readOpenings = Permission("recruitment.opening.read")
}
