import KohortCore

extension GatheringRules {
    /// Throws when a gathering of this kind and length is not one that the programme has, or is one too many beside
    /// the others (KS11-32, ROM-12).
    func check(_ kind: GatheringKind, _ days: DaySpan, beside others: [GatheringKind]) throws(Rejection) {
        guard has(kind) else { throw .conflict("gathering.not_in_programme") }
        guard counts(kind) else { return }
        if let longestDays, days.count > longestDays {
            throw .invalid("last_day", "gathering.too_long", ["limit": String(longestDays)])
        }
        if others.filter({ counts($0) }).count >= count.atMost { throw .conflict("gathering.too_many") }
    }

    /// Throws when there is one study trip more than the programme has.
    func checkTrips(_ kind: GatheringKind, beside others: [GatheringKind]) throws(Rejection) {
        guard kind == .studyTrip, let studyTrips else { return }
        if others.filter({ $0 == .studyTrip }).count >= studyTrips.count.atMost {
            throw .conflict("gathering.too_many_trips")
        }
    }

    /// Whether it is one of the programme's numbered gatherings: a study trip only where it is among them.
    func counts(_ kind: GatheringKind) -> Bool {
        kind == .gathering || (kind == .studyTrip && studyTrips?.amongGatherings == true)
    }

    private func has(_ kind: GatheringKind) -> Bool {
        switch kind {
        case .information: true
        case .gathering: count.atMost > 0
        case .course: courses
        case .studyTrip: studyTrips != nil
        case .employerSeminar: employerSeminar
        case .networkMeeting: networkMeetings
        }
    }
}
