import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// What must be clarified before a programme can start (KS06-2).
enum MatterAPI {
    static let endpoints = [
        Endpoint(
            .get, "/matters", .query(MatterList.name),
            Operation(
                "listMatters", "All matters, the open ones first", .ok(.object(["matters": .list(shape)])))
        ) { _, visit in
            let matters = try await visit.fetch(MatterList())
            return .json { json in
                json.object { $0.member("matters", list: matters) { $0.matter($1, visit.language) } }
            }
        },
        Endpoint(
            post: "/matters", RaiseMatter.self,
            Operation(
                "raiseMatter", "Adds a matter to clarify, in the language of the request",
                body: .form(["kind": .choice(MatterKind.self), "title": .text], optional: ["programme": .slug]),
                .created),
            raise),
        Endpoint(
            post: "/matters/{matter}/settlement", SettleMatter.self,
            Operation(
                "settleMatter", "Marks a matter as settled, with a word on how", body: .form(["settlement": .text]),
                .done, refusals: [.conflict])
        ) { change in
            let sent: SentSettlement = try change.read()
            return try await change.done(
                SettleMatter(id: try change.visit.context.id("matter"), settlement: sent.settlement))
        },
    ]

    private static let shape = Shape.object([
        "id": .id, "kind": .choice(MatterKind.self), "title": .text, "programme": .nullable(.id),
        "raised_at": .instant, "settled_at": .nullable(.instant), "settlement": .text,
    ])

    private static func raise(_ change: Change) async throws -> Response {
        let (visit, sent): (Visit, SentMatter) = (change.visit, try change.read())
        let id: MatterID = visit.newID()
        let programme = try await sent.programme(among: visit.fetch(ProgrammeList()))
        return try await change.made(
            id,
            by: RaiseMatter(
                id: id, kind: sent.kind, title: sent.title, language: visit.language, programme: programme))
    }
}

private struct SentMatter: Decodable {
    let kind: MatterKind
    let title: String
    private let programme: String?

    func programme(among programmes: [Programme]) throws -> ProgrammeID? {
        guard let programme else { return nil }
        guard let known = programmes.first(where: { $0.slug.text == programme }) else {
            throw Rejection.invalid("programme", "choice.unknown")
        }
        return known.id
    }
}

private struct SentSettlement: Decodable {
    let settlement: String
}

extension JSONWriter {
    fileprivate mutating func matter(_ matter: Matter, _ language: Language) {
        object { json in
            json.member("id", matter.id)
            json.member("kind", matter.kind.rawValue)
            json.member("title", matter.title.text(in: language))
            json.member("programme", matter.programme)
            json.member("raised_at", matter.raisedAt)
            json.member("settled_at", matter.settledAt)
            json.member("settlement", matter.settlement)
        }
    }
}
