import KohortCore

/// A gathering stands in the calendar.
package struct GatheringPlanned: Event, Hashable {
    package static let name = "delivery.gathering.planned"
    package let gathering: GatheringID
    package let cohort: CohortID
    package let kind: GatheringKind
    package let firstDay: LocalDate
    package let lastDay: LocalDate
    package var subject: Subject { Subject("gathering", gathering) }
    package var audience: Audience { .consortium }

    init(_ gathering: Gathering) {
        (self.gathering, cohort, kind) = (gathering.id, gathering.cohort, gathering.kind)
        (firstDay, lastDay) = (gathering.days.first, gathering.days.last)
    }
}

/// A gathering has other days, another place or another title.
package struct GatheringMoved: Event, Hashable {
    package static let name = "delivery.gathering.moved"
    package let gathering: GatheringID
    package let cohort: CohortID
    package let firstDay: LocalDate
    package let lastDay: LocalDate
    package var subject: Subject { Subject("gathering", gathering) }
    package var audience: Audience { .consortium }

    init(_ gathering: Gathering) {
        (self.gathering, cohort) = (gathering.id, gathering.cohort)
        (firstDay, lastDay) = (gathering.days.first, gathering.days.last)
    }
}

/// It is said what a gathering is about.
package struct GatheringContentFixed: Event, Hashable {
    package static let name = "delivery.gathering.content_fixed"
    package let gathering: GatheringID
    package let cohort: CohortID
    package var subject: Subject { Subject("gathering", gathering) }
    package var audience: Audience { .consortium }

    init(_ gathering: Gathering) { (self.gathering, cohort) = (gathering.id, gathering.cohort) }
}

/// A gathering does not take place.
package struct GatheringCancelled: Event, Hashable {
    package static let name = "delivery.gathering.cancelled"
    package let gathering: GatheringID
    package let cohort: CohortID
    package var subject: Subject { Subject("gathering", gathering) }
    package var audience: Audience { .consortium }

    init(_ gathering: Gathering) { (self.gathering, cohort) = (gathering.id, gathering.cohort) }
}

/// It is recorded on which days a trainee was there.
package struct AttendanceRecorded: Event, Hashable {
    package static let name = "delivery.attendance.recorded"
    package let gathering: GatheringID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let days: [LocalDate]
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}

/// It is recorded how many of an employer's people were there.
package struct EmployerAttendanceRecorded: Event, Hashable {
    package static let name = "delivery.attendance.employer_recorded"
    package let gathering: GatheringID
    package let organisation: OrganisationID
    package let persons: Int
    package var subject: Subject { Subject("gathering", gathering) }
    package var audience: Audience { .organisation(organisation) }
}

/// A trainee is prepared for a gathering.
package struct TraineePrepared: Event, Hashable {
    package static let name = "delivery.trainee.prepared"
    package let gathering: GatheringID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}

/// A trainee has reflected on a gathering; what was written stays with the trainee.
package struct ReflectionWritten: Event, Hashable {
    package static let name = "delivery.reflection.written"
    package let gathering: GatheringID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}
