import Hummingbird
import KohortCore
import KohortStore
import KohortWeb
import Tenancy

/// The OpenAPI 3.1 document of one tenant's API, written from the very lines that make the route table.
enum OpenAPIDocument {
    static let endpoint = Endpoint(
        .get, "/openapi.json", .query(CurrentConsortium.name),
        Operation("openapi", "This document", .ok(.open), isPublic: true)
    ) { request, visit in
        try await visit.keptJSON(for: request) { { OpenAPIDocument.write(API.endpoints, of: visit.slug, to: &$0) } }
    }

    static func write(_ endpoints: [Endpoint], of tenant: Slug, to json: inout JSONWriter) {
        json.object { json in
            json.member("openapi", "3.1.0")
            json.member("info") { json in
                json.object { json in
                    json.member("title", "Kohort")
                    json.member("version", "1")
                }
            }
            json.member("servers") { json in
                json.array { $0.object { $0.member("url", "/\(tenant)\(API.root)") } }
            }
            json.member("security") { json in json.array { $0.bearer() } }
            json.member("paths") { json in json.paths(endpoints) }
            json.member("components") { json in json.components() }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func paths(_ endpoints: [Endpoint]) {
        let byPath = Dictionary(grouping: endpoints, by: \.path).sorted { $0.key < $1.key }
        object { json in
            for (path, endpoints) in byPath {
                json.member(named: path) { json in
                    json.object { json in
                        for endpoint in endpoints { json.operation(of: endpoint) }
                    }
                }
            }
        }
    }

    fileprivate mutating func components() {
        object { json in
            json.member("securitySchemes") { json in
                json.object { json in
                    json.member("token") { json in
                        json.object { json in
                            json.member("type", "http")
                            json.member("scheme", "bearer")
                        }
                    }
                }
            }
            json.member("schemas") { json in
                json.object { $0.member("Problem", Shape.problem) }
            }
        }
    }

    mutating func bearer() {
        object { json in json.member("token") { $0.array { _ in } } }
    }
}

extension Shape {
    /// RFC 9457 with the members of ours; see `Problem` of KohortWeb.
    static let problem = Shape.object(
        ["type": .text, "title": .text, "status": .integer, "code": .text, "request_id": .text],
        optional: [
            "detail": .text, "retry_after": .integer,
            "errors": .list(.object(["field": .text, "code": .text, "values": .open])),
            "deadline": .object(["date": .date, "zone": .text, "end": .instant]),
        ])
}
