import KohortCore
import KohortStore

/// A programme's versions with the cohorts that run by them, and what the lead should look at (KS06-5).
package struct ProgrammeVersions: Query {
    package static let permission = Permission.readDefinition
    package let scope = Scope.consortium
    package let slug: Slug

    package init(_ slug: Slug) { self.slug = slug }

    package struct Answer: Sendable {
        package let programme: Programme
        /// The newest first.
        package let versions: [ProgrammeVersion]
        package let cohorts: [Cohort]
        package let flags: [DefinitionFlag]
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        guard let programme = try Programme.find(slug, in: read) else { throw Rejection.notFound }
        return Answer(
            programme: programme, versions: try ProgrammeVersion.all(of: programme.id, in: read),
            cohorts: try read.all(Cohort.self, "where programme = \(programme.id) order by slug"),
            flags: programme.definition.flags)
    }
}
