import KohortCore
import KohortStore

/// The employers that seek trainees (KS11-7), by name.
package struct SeekingEmployers: Query {
    package struct Employer: Hashable, Sendable {
        package let organisation: OrganisationID
        package let name: OrganisationName
        package let positions: Int
        package let fields: [String]
        package let vacancies: [Vacancy]
    }

    package static let permission = Permission.readCalls
    package let scope = Scope.consortium
    package let round: RoundReference?

    package init(round: RoundReference? = nil) { self.round = round }

    package func fetch(in read: borrowing Read) throws -> [Employer] {
        let calls =
            if let round { [try Call.published(round, in: read)] } else { try Call.published(in: read) }
        let groups = Dictionary(grouping: try Vacancy.all(of: calls, in: read), by: \.organisation)
        return groups.values.map(Employer.init).sorted { ($0.name.name.alphabetical, $0.organisation) }
    }
}

extension SeekingEmployers.Employer {
    /// Vacancies of one employer, at least one.
    fileprivate init(_ vacancies: [Vacancy]) {
        (organisation, name) = (vacancies[0].organisation, vacancies[0].employer)
        positions = vacancies.reduce(0) { $0 + $1.positions }
        fields = Set(vacancies.map(\.field)).sorted { $0.alphabetical < $1.alphabetical }
        self.vacancies = vacancies
    }
}
