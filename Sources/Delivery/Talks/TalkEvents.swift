import KohortCore

/// A talk took place.
package struct TalkLogged: Event, Hashable {
    package static let name = "delivery.talk.logged"
    package let talk: TalkID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package let placement: PlacementID?
    package let kind: TalkKind
    package let heldOn: LocalDate
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }

    init(_ talk: Talk, employer: OrganisationID) {
        (self.talk, trainee, self.employer) = (talk.id, talk.trainee, employer)
        (placement, kind, heldOn) = (talk.placement, talk.kind, talk.heldOn)
    }
}

/// A talk had been logged by mistake.
package struct TalkRetracted: Event, Hashable {
    package static let name = "delivery.talk.retracted"
    package let talk: TalkID
    package let trainee: TraineeID
    package let employer: OrganisationID
    package var subject: Subject { Subject("trainee", trainee) }
    package var audience: Audience { .organisation(employer) }
}
