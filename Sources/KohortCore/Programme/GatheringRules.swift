/// The common events of a programme.
package struct GatheringRules: Hashable, Sendable, Codable {
    package let count: Bounds
    package let longestDays: Int?
    package let courses: Bool
    package let studyTrips: StudyTripRules?
    /// A seminar for those who follow the trainees up (KS11-31).
    package let employerSeminar: Bool
    /// The coordinators meet each other (KS11-37).
    package let networkMeetings: Bool

    package init(
        count: Bounds, longestDays: Int? = nil, courses: Bool = false, studyTrips: StudyTripRules? = nil,
        employerSeminar: Bool = false,
        networkMeetings: Bool = false
    ) {
        self.count = count
        self.longestDays = longestDays
        self.courses = courses
        self.studyTrips = studyTrips
        self.employerSeminar = employerSeminar
        self.networkMeetings = networkMeetings
    }
}

/// The study trips of a programme.
package struct StudyTripRules: Hashable, Sendable, Codable {
    package let count: Bounds
    /// The trips are among the gatherings (KS) and not beside them (ROM-12).
    package let amongGatherings: Bool
    package let destination: LocalizedText?

    package init(count: Bounds, amongGatherings: Bool = false, destination: LocalizedText? = nil) {
        self.count = count
        self.amongGatherings = amongGatherings
        self.destination = destination
    }
}
