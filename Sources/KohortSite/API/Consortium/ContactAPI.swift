import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// Whom one can turn to in the consortium (NOR-9).
enum ContactAPI {
    static let endpoints = [
        Endpoint(
            .get, "/contacts", .query(Contacts.name),
            Operation(
                "listContacts", "The programme office and the members' coordinators, by name",
                .ok(.object(["contacts": .list(contact)])))
        ) { _, visit in
            let (contacts, slugs) = (try await visit.fetch(Contacts()), visit.organisationSlugs)
            return .json { json in json.object { $0.member("contacts", list: contacts) { $0.contact($1, slugs) } } }
        }
    ]

    private static let contact = Shape.object([
        "person": .id, "name": .text, "email": .text, "role": .choice(Role.self), "employer": .nullable(.slug),
    ])
}

extension JSONWriter {
    fileprivate mutating func contact(_ line: Contacts.Line, _ slugs: [OrganisationID: Slug]) {
        object { json in
            json.member("person", line.person)
            json.member("name", line.name)
            json.member("email", line.email.text)
            json.member("role", line.role.rawValue)
            json.member("employer", line.organisation.flatMap { slugs[$0] })
        }
    }
}
