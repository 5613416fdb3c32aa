import KohortCore

/// The common events of a programme.
package struct GatheringRules: Equatable, Sendable, Codable {
    package let count: Bounds
    package let longestDays: Int?
    package let courses: Bool
    package let studyTrips: StudyTripRules?
    /// A seminar for those who follow the trainees up (KS11-31).
    package let employerSeminar: Bool
    /// The coordinators meet each other (KS11-37).
    package let networkMeetings: Bool
}

/// The study trips of a programme.
package struct StudyTripRules: Equatable, Sendable, Codable {
    package let count: Bounds
    /// The trips are among the gatherings (KS) and not beside them (ROM-12).
    package let amongGatherings: Bool
    package let destination: LocalizedText?
}

extension GatheringRules {
    init(_ keys: Keys) {
        let count = keys["count"].bounds(0...100)
        let studyTrips = keys.optional("study_trips")?.block(StudyTripRules.init)
        self.count = count
        self.studyTrips = studyTrips
        longestDays = keys.optional("longest_days")?.integer(1...30)
        courses = keys.optional("courses")?.flag() ?? false
        employerSeminar = keys.optional("employer_seminar")?.flag() ?? false
        networkMeetings = keys.optional("network_meetings")?.flag() ?? false
        let fits = studyTrips.map { !$0.amongGatherings || $0.count.atMost <= count.atMost } ?? true
        keys.check(
            fits, "study_trips", with: ["count"], .valueConflict,
            allowed: "no more trips than gatherings when they are among them")
    }
}

extension StudyTripRules {
    init(_ keys: Keys) {
        count = keys["count"].bounds(0...20)
        amongGatherings = keys["among_gatherings"].flag()
        destination = keys.optional("destination")?.localized()
    }
}
