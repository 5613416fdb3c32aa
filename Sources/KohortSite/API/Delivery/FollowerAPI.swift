import Delivery
import Hummingbird
import KohortCore
import KohortWeb

/// Who follows a trainee up, and who stands in the line. A mentor's own answer is given by the mentor alone, signed in.
enum FollowerAPI {
    static let endpoints = [
        Endpoint(
            post: "/trainees/{trainee}/mentor", NameMentor.self,
            Operation(
                "nameMentor", "Names or proposes a trainee's mentor, in place of the one before",
                body: .form(
                    SentContact.members + SentContact.optional
                        + [Shape.Member(name: "employer", schema: .slug, isRequired: false)]),
                .created, refusals: [.conflict])
        ) { change in
            let (sent, contact): (SentMentor, SentContact) = (try change.read(), try change.read())
            let id: MentorshipID = change.visit.newID()
            let employer = try sent.employer.map { try change.visit.sentOrganisation($0, "employer") }
            let command = NameMentor(
                id: id, trainee: try change.visit.trainee(), contact: contact.contact(in: change.visit.language),
                employedBy: employer)
            return try await change.made(id, by: command)
        },
        Endpoint(
            post: "/trainees/{trainee}/mentors/{mentorship}/ending", EndMentorship.self,
            Operation(
                "endMentorship", "Ends a mentor's time, or takes a proposal back, with nobody in their place", .done,
                refusals: [.conflict])
        ) { change in
            try await change.done(
                EndMentorship(
                    trainee: try change.visit.trainee(), mentorship: try change.visit.context.id("mentorship")))
        },
        Endpoint(
            post: "/placements/{placement}/supervisor/ending", EndSupervision.self,
            Operation(
                "endSupervision", "Ends a placement's supervision with nobody in the supervisor's place", .done,
                refusals: [.conflict])
        ) { change in
            try await change.done(EndSupervision(placement: try change.visit.placement()))
        },
        Endpoint(
            post: "/placements/{placement}/supervisor", NameSupervisor.self,
            Operation(
                "nameSupervisor", "Names the supervisor of a placement, in place of the one before",
                body: .form(
                    SentContact.members + SentContact.optional
                        + [Shape.Member(name: "holds_authority", schema: .boolean, isRequired: false)]),
                .created, refusals: [.conflict])
        ) { change in
            let (sent, contact): (SentAuthority, SentContact) = (try change.read(), try change.read())
            let id: SupervisionID = change.visit.newID()
            let command = NameSupervisor(
                id: id, placement: try change.visit.placement(), contact: contact.contact(in: change.visit.language),
                holdsAuthority: sent.holdsAuthority ?? false)
            return try await change.made(id, by: command)
        },
        Endpoint(
            post: "/trainees/{trainee}/line", MarkAsLine.self,
            Operation(
                "markAsLine", "Counts somebody as the trainee's line", body: SentContact.shape, .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentContact = try change.read()
            return try await change.done(
                MarkAsLine(
                    trainee: try change.visit.trainee(), contact: sent.contact(in: change.visit.language)))
        },
        Endpoint(
            post: "/trainees/{trainee}/line/{person}/removal", UnmarkLine.self,
            Operation("unmarkLine", "Takes such a mark away", .done, refusals: [.conflict])
        ) { change in
            try await change.done(
                UnmarkLine(trainee: try change.visit.trainee(), person: try change.visit.context.id("person")))
        },
    ]
}

private struct SentMentor: Decodable {
    let employer: String?
}

private struct SentAuthority: Decodable {
    let holdsAuthority: Bool?
}

extension Shape {
    /// Name and address are null once the person is erased.
    static let follower = Shape.object(["person": .id, "name": .nullable(.text), "email": .nullable(.text)])

    static let mentorship = Shape.object([
        "id": .id, "mentor": .follower, "employer": .nullable(.slug), "state": .choice(Mentorship.State.self),
        "from": .nullable(.date), "until": .nullable(.date),
    ])
}

extension JSONWriter {
    mutating func follower(_ follower: Follower?) {
        guard let follower else { return value(String?.none) }
        object { json in
            json.member("person", follower.person)
            json.member("name", follower.contact?.name)
            json.member("email", follower.contact?.email.text)
        }
    }

    mutating func mentorship(_ line: MentorLine, _ slugs: [OrganisationID: Slug]) {
        object { json in
            json.member("id", line.mentorship.id)
            json.member("mentor") { $0.follower(line.follower) }
            json.member("employer", line.mentorship.employedBy.flatMap { slugs[$0] })
            json.member("state", line.mentorship.state.rawValue)
            json.member("from", line.mentorship.from)
            json.member("until", line.mentorship.until)
        }
    }
}
