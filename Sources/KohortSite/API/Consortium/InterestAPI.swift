import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// Municipalities that want to take part (KS06-3): anybody registers one, the programme office reads them.
enum InterestAPI {
    static let endpoints = [
        Endpoint(
            .get, "/interests", .query(InterestList.name),
            Operation(
                "listInterests", "The interest that is registered, the newest first",
                .ok(.object(["interests": .list(shape)])))
        ) { _, visit in
            let interests = try await visit.fetch(InterestList())
            return .json { json in
                json.object { $0.member("interests", list: interests) { $0.interest($1) } }
            }
        },
        Endpoint(
            post: "/interests", RegisterInterest.self,
            Operation(
                "registerInterest", "Registers that a municipality wishes to take part in a programme",
                body: SentInterest.shape, .done, refusals: [.conflict], isPublic: true)
        ) { change in
            let (visit, sent): (Visit, SentInterest) = (change.visit, try change.read())
            let programmes = try await visit.fetch(ConsortiumFront()).programmes
            guard let programme = programmes.first(where: { $0.slug.text == sent.programme }) else {
                throw Rejection.invalid("programme", "choice.unknown")
            }
            return try await change.done(sent.command(visit.newID(), programme.slug, visit.language))
        },
    ]

    private static let shape = Shape.object([
        "id": .id, "programme": .id, "municipality": .text, "contact_name": .text,
        "contact_email": .string(format: "email"), "contact_phone": .text, "message": .text,
        "language": .choice(Language.self), "registered_at": .instant,
    ])
}

private struct SentInterest: Decodable {
    static let shape = Shape.form(
        [
            "programme": .slug, "municipality": .text, "contact_name": .text,
            "contact_email": .string(format: "email"),
        ], optional: ["contact_phone": .text, "message": .text, "language": .choice(Language.self)])

    let programme: String
    private let municipality, contactName, contactEmail: String
    private let contactPhone, message: String?
    private let language: Language?

    func command(_ id: InterestID, _ programme: Slug, _ reader: Language) -> RegisterInterest {
        RegisterInterest(
            id: id, programme: programme, municipality: municipality, contactName: contactName,
            contactEmail: contactEmail, contactPhone: contactPhone ?? "", message: message ?? "",
            language: language ?? reader)
    }
}

extension JSONWriter {
    fileprivate mutating func interest(_ interest: Interest) {
        object { json in
            json.member("id", interest.id)
            json.member("programme", interest.programme)
            json.member("municipality", interest.municipality)
            json.member("contact_name", interest.contactName)
            json.member("contact_email", interest.contactEmail.text)
            json.member("contact_phone", interest.contactPhone)
            json.member("message", interest.message)
            json.member("language", interest.language.rawValue)
            json.member("registered_at", interest.registeredAt)
        }
    }
}
