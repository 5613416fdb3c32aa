import KohortCore

/// Something about a definition that the lead should look at; it is applied all the same.
package struct DefinitionFlag: Hashable, Sendable, Codable {
    package let code: Code
    package let programme: Slug

    package enum Code: String, Sendable, Codable {
        /// A published programme has no course (KS06-5).
        case noCourse = "programme.no_course"
        /// A published programme has no study trip (KS06-5).
        case noStudyTrip = "programme.no_study_trip"
    }
}

extension ProgrammeDefinition {
    /// What is to be looked at; nothing as long as the programme is not published.
    package var flags: [DefinitionFlag] {
        guard published else { return [] }
        let hasStudyTrip = (rules.gatherings.studyTrips?.count.atMost ?? 0) > 0
        let codes: [DefinitionFlag.Code] =
            (rules.gatherings.courses ? [] : [.noCourse]) + (hasStudyTrip ? [] : [.noStudyTrip])
        return codes.map { DefinitionFlag(code: $0, programme: slug) }
    }
}

extension ConsortiumDefinition {
    package var flags: [DefinitionFlag] { programmes.flatMap(\.flags) }
}
