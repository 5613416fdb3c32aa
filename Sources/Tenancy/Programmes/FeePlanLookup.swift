import KohortCore
import KohortStore

/// What other modules ask about the fees of a cohort; the composition joins this to their port.
package enum FeePlanLookup {
    package struct Plan: Sendable {
        /// The programme's, with the year in which the cohort starts.
        package let name: LocalizedText
        package let period: Period?
        package let fees: [FeeDefinition]
    }

    /// By the version of the programme that the cohort started with; nil when there is no such cohort.
    package static func plan(of cohort: CohortID, in read: borrowing Read) throws -> Plan? {
        guard let cohort = try read.first(Cohort.self, "where id = \(cohort)") else { return nil }
        let programme = try read.find(Programme.self, cohort.programme)
        let version = try ProgrammeVersion.find(cohort.version, of: cohort.programme, in: read)
        return Plan(
            name: named(programme.definition.name, cohort), period: cohort.period, fees: version.rules.fees)
    }

    private static func named(_ programme: LocalizedText, _ cohort: Cohort) -> LocalizedText {
        let year = cohort.definition.year ?? cohort.period?.start.year
        let texts = Language.allCases.filter(programme.has).map { language in
            (language, programme.text(in: language) + (year.map { " \($0)" } ?? ""))
        }
        return LocalizedText(Dictionary(uniqueKeysWithValues: texts)) ?? programme
    }
}
