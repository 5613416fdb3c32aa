import Delivery
import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// Where trainees can work, and who manages a unit.
enum HostAPI {
    static let endpoints = [
        Endpoint(
            .get, "/hosts", .query(HostRegister.name),
            Operation(
                "listHosts", "The organisations of the consortium as hosts, with their units",
                .ok(.object(["hosts": .list(host)])))
        ) { _, visit in
            let hosts = try await visit.fetch(HostRegister())
            return .json { json in json.object { $0.member("hosts", list: hosts) { $0.host($1) } } }
        },
        Endpoint(
            post: "/employers/{employer}/units/{unit}/manager", NameManager.self,
            Operation(
                "nameManager", "Names the manager of a unit", body: SentContact.shape, .done, refusals: [.conflict])
        ) { change in
            let sent: SentContact = try change.read()
            return try await change.done(
                NameManager(
                    organisation: try change.visit.employer().id, unit: try change.visit.context.id("unit"),
                    contact: sent.contact(in: change.visit.language)))
        },
    ]

    private static let host = Shape.object([
        "id": .id, "slug": .slug, "name": .text, "member": .boolean,
        "units": .list(.object(["id": .id, "name": .text])),
    ])
}

extension JSONWriter {
    fileprivate mutating func host(_ host: HostOrganisation) {
        object { json in
            json.member("id", host.id)
            json.member("slug", host.slug)
            json.member("name", host.name)
            json.member("member", host.membership != nil)
            json.member("units", list: host.units) { json, unit in
                json.object { json in
                    json.member("id", unit.id)
                    json.member("name", unit.name)
                }
            }
        }
    }
}
