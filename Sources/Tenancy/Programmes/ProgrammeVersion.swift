import KohortCore
import KohortStore

/// The rules of a programme as they were laid at one time. A running cohort keeps the version it started with.
package struct ProgrammeVersion: Equatable, Sendable {
    /// From 1.
    package let number: Int
    package let label: String
    package let rules: ProgrammeRules
    package let madeAt: Instant

    /// The rules that a cohort's version number names; `notFound` when there are none.
    package static func find(
        _ number: Int, of programme: ProgrammeID, in read: borrowing Read
    ) throws -> ProgrammeVersion {
        guard let version = try all(of: programme, in: read).first(where: { $0.number == number }) else {
            throw Rejection.notFound
        }
        return version
    }

    /// The newest first.
    static func all(of programme: ProgrammeID, in read: borrowing Read) throws -> [ProgrammeVersion] {
        try read.all(
            """
            select number, label, rules, made_at from programme_version where programme = \(programme)
            order by number desc
            """
        ) { tuple in
            ProgrammeVersion(
                number: try tuple[0], label: try tuple[1], rules: (try tuple[2] as KeptJSON).value,
                madeAt: try tuple[3])
        }
    }

    /// Lays a version, or gives the one with this number its label.
    static func put(_ programme: Programme, in write: borrowing Write) throws {
        let definition = programme.definition
        try write.execute(
            """
            insert into programme_version (programme, number, label, rules, made_at)
            values (\(programme.id), \(programme.version), \(definition.version), \(StoredJSON(definition.rules)),
                \(write.now))
            on conflict (programme, number) do update set label = excluded.label
            """)
    }
}
