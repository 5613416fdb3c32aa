import HTTPTypes
import KohortTesting
import KohortWeb
import Testing

@testable import KohortSite

@Suite struct `The OpenAPI document` {
    private typealias Object = [String: Any]

    /// Method and path below the root of all that a document describes.
    private func described(_ document: Object) -> Set<String> {
        let paths = document["paths"] as? [String: Object] ?? [:]
        return Set(paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } })
    }

    private func operations(_ document: Object) -> [Object] {
        let paths = document["paths"] as? [String: Object] ?? [:]
        return paths.values.flatMap { $0.values }.compactMap { $0 as? Object }
    }

    @Test func `describes every route of the API and no other`() async throws {
        let world = try await RoundSite()
        let document = try await SystemClient(world).get("/openapi.json").members
        let root = "/{tenant}/api/v1"
        let routes = world.site.routes(isReady: { true }).filter { $0.pattern.hasPrefix(root) }
        let served = Set(routes.map { "\($0.method.rawValue.lowercased()) \($0.pattern.dropFirst(root.count))" })
        #expect(served.count == routes.count && served.count > 5)
        #expect(described(document) == served)
        #expect(routes.allSatisfy { $0.audience == .api })
    }

    @Test func `is of version 3.1 and of this tenant`() async throws {
        let document = try await SystemClient(try await RoundSite()).get("/openapi.json").members
        #expect(document["openapi"] as? String == "3.1.0")
        #expect((document["servers"] as? [Object])?.first?["url"] as? String == "/norra-norrland/api/v1")
    }

    @Test func `names each status and no default`() async throws {
        let document = try await SystemClient(try await RoundSite()).get("/openapi.json").members
        for operation in operations(document) {
            let responses = operation["responses"] as? Object ?? [:]
            #expect(responses["default"] == nil && responses["401"] != nil && responses.count > 3)
        }
    }

    @Test func `describes the key of every POST and of nothing else`() async throws {
        let document = try await SystemClient(try await RoundSite()).get("/openapi.json").members
        for (path, methods) in document["paths"] as? [String: [String: Object]] ?? [:] {
            for (method, operation) in methods {
                let parameters = operation["parameters"] as? [Object] ?? []
                let keys = parameters.filter { $0["name"] as? String == "Idempotency-Key" }
                #expect(keys.count == (method == "post" ? 1 : 0), "\(method) \(path)")
                #expect(keys.allSatisfy { $0["in"] as? String == "header" && $0["required"] as? Bool == true })
                #expect((operation["responses"] as? Object)?.keys.contains("201") != true || method == "post")
            }
        }
    }

    @Test func `says of every body that it has no other members`() async throws {
        let document = try await SystemClient(try await RoundSite()).get("/openapi.json").members
        let bodies = operations(document).compactMap { $0["requestBody"] as? Object }
        #expect(bodies.count == API.endpoints.filter { $0.operation.body != nil }.count && bodies.count > 10)
        for body in bodies {
            let content = (body["content"] as? Object)?["application/json"] as? Object
            #expect((content?["schema"] as? Object)?["additionalProperties"] as? Bool == false)
        }
    }

    @Test func `names each operation once and all that its path captures`() async throws {
        let document = try await SystemClient(try await RoundSite()).get("/openapi.json").members
        let ids = operations(document).compactMap { $0["operationId"] as? String }
        #expect(Set(ids).count == API.endpoints.count)
        for (path, methods) in document["paths"] as? [String: [String: Object]] ?? [:] {
            for operation in methods.values {
                let parameters = operation["parameters"] as? [Object] ?? []
                let captured = parameters.filter { $0["in"] as? String == "path" }.compactMap { $0["name"] as? String }
                #expect(captured == path.split(separator: "/").filter { $0.hasPrefix("{") }.map { $0.trimmingCaptures })
            }
        }
    }
}

extension Substring {
    fileprivate var trimmingCaptures: String { String(dropFirst().dropLast()) }
}
