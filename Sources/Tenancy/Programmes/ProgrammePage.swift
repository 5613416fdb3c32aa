import KohortCore
import KohortStore

/// The public page of one published programme; any other is not found.
package struct ProgrammePage: Query {
    package static let permission = Permission.readFront
    package let scope = Scope.consortium
    package let slug: Slug

    package init(_ slug: Slug) { self.slug = slug }

    package struct Answer: Sendable {
        package let id: ProgrammeID
        package let programme: ProgrammeDefinition
        /// The newest first; those without dates last.
        package let cohorts: [Cohort]
        package let occasions: [Occasion]
        /// The organisation that is responsible for the programme, in the consortium's default language.
        package let responsible: String?
    }

    package func fetch(in read: borrowing Read) throws -> Answer {
        guard let programme = try Programme.find(slug, in: read), programme.published else { throw Rejection.notFound }
        let cohorts = try read.all(
            Cohort.self,
            "where programme = \(programme.id) order by case when from_date is null then 1 else 0 end, from_date desc, slug"
        )
        let responsible = try programme.definition.responsible.flatMap { try Organisation.find($0, in: read)?.name }
        return Answer(
            id: programme.id, programme: programme.definition, cohorts: cohorts,
            occasions: try Calendar().fetch(in: read).filter { $0.definition.programme == slug },
            responsible: responsible)
    }
}
