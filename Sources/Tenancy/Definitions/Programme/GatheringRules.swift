import KohortCore

extension GatheringRules {
    init(_ keys: Keys) {
        let count = keys["count"].bounds(0...100)
        let studyTrips = keys.optional("study_trips")?.block(StudyTripRules.init)
        let longestDays: Int? = keys.optional("longest_days")?.integer(1...30)
        let courses: Bool = keys.optional("courses")?.flag() ?? false
        let employerSeminar: Bool = keys.optional("employer_seminar")?.flag() ?? false
        let networkMeetings: Bool = keys.optional("network_meetings")?.flag() ?? false
        let fits = studyTrips.map { !$0.amongGatherings || $0.count.atMost <= count.atMost } ?? true
        keys.check(
            fits, "study_trips", with: ["count"], .valueConflict,
            allowed: "no more trips than gatherings when they are among them")
        self.init(
            count: count, longestDays: longestDays, courses: courses, studyTrips: studyTrips,
            employerSeminar: employerSeminar, networkMeetings: networkMeetings)
    }
}

extension StudyTripRules {
    init(_ keys: Keys) {
        let count: Bounds = keys["count"].bounds(0...20)
        let amongGatherings: Bool = keys["among_gatherings"].flag()
        let destination: LocalizedText? = keys.optional("destination")?.localized()
        self.init(count: count, amongGatherings: amongGatherings, destination: destination)
    }
}
