import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// The pool of mentors (ROM-2).
enum MentorAPI {
    static let endpoints = [
        Endpoint(
            .get, "/mentors", .query(MentorPool.name),
            Operation(
                "listMentors", "The pool of mentors, every member's", .ok(.object(["mentors": .list(mentor)])))
        ) { _, visit in
            let (mentors, slugs) = (try await visit.fetch(MentorPool()), visit.organisationSlugs)
            return .json { json in json.object { $0.member("mentors", list: mentors) { $0.mentor($1, slugs) } } }
        },
        Endpoint(
            post: "/employers/{employer}/mentors", NameToPool.self,
            Operation(
                "nameToPool", "Names somebody to the pool of mentors", body: SentContact.shape, .done,
                refusals: [.conflict])
        ) { change in
            let sent: SentContact = try change.read()
            return try await change.done(
                NameToPool(
                    organisation: try change.visit.employer().id,
                    contact: sent.contact(in: change.visit.language)))
        },
        Endpoint(
            post: "/employers/{employer}/mentors/{person}/removal", LeavePool.self,
            Operation("leavePool", "Takes somebody out of the pool; trainees keep the mentor that they have", .done)
        ) { change in
            try await change.done(
                LeavePool(
                    organisation: try change.visit.employer().id, person: try change.visit.context.id("person")))
        },
    ]

    private static let mentor = Shape.object([
        "person": .id, "name": .text, "email": .text, "employer": .slug, "trainees": .count,
    ])
}

extension JSONWriter {
    fileprivate mutating func mentor(_ line: MentorPool.Line, _ slugs: [OrganisationID: Slug]) {
        object { json in
            json.member("person", line.person)
            json.member("name", line.contact.name)
            json.member("email", line.contact.email.description)
            json.member("employer", slugs[line.organisation])
            json.member("trainees", line.trainees)
        }
    }
}
