import HTTPTypes
import KohortWeb

extension JSONWriter {
    /// The member of a path that describes one endpoint.
    mutating func operation(of endpoint: Endpoint) {
        let operation = endpoint.operation
        member(named: endpoint.method.rawValue.lowercased()) { json in
            json.object { json in
                json.member("operationId", operation.id)
                json.member("summary", operation.summary)
                if operation.isPublic {
                    json.member("security") { json in
                        json.array { json in
                            json.object { _ in }
                            json.bearer()
                        }
                    }
                }
                json.member("parameters", list: endpoint.parameters) { $0.value($1) }
                if let body = operation.body { json.member("requestBody") { $0.requestBody(body) } }
                json.member("responses") { $0.responses(of: endpoint) }
            }
        }
    }

    private mutating func requestBody(_ schema: Shape) {
        object { json in
            json.member("required", true)
            json.content("application/json") { $0.value(schema) }
        }
    }

    private mutating func responses(of endpoint: Endpoint) {
        object { json in
            json.member(named: "\(endpoint.operation.success.status.code)") { $0.success(endpoint.operation.success) }
            if endpoint.isKept { json.member("304") { $0.notModified() } }
            for status in endpoint.failures { json.member(named: "\(status.code)") { $0.failure(status) } }
        }
    }

    private mutating func success(_ success: Success) {
        object { json in
            json.member("description", success.status.reasonPhrase)
            if success.isPaged { json.member("headers") { $0.linkHeader() } }
            if let schema = success.schema { json.content("application/json") { $0.value(schema) } }
        }
    }

    private mutating func notModified() {
        object { $0.member("description", "The answer is the one whose tag was sent in `If-None-Match`") }
    }

    private mutating func failure(_ status: HTTPResponse.Status) {
        object { json in
            json.member("description", status.reasonPhrase)
            if status == .tooManyRequests || status == .serviceUnavailable {
                json.member("headers") { $0.retryHeader() }
            }
            json.content("application/problem+json") { json in
                json.object { $0.member("$ref", "#/components/schemas/Problem") }
            }
        }
    }

    private mutating func linkHeader() {
        object { json in
            json.member("Link") { json in
                json.object { json in
                    json.member("description", "The next page, `rel=\"next\"`; absent on the last one")
                    json.member("schema", Shape.text)
                }
            }
        }
    }

    private mutating func retryHeader() {
        object { json in
            json.member("Retry-After") { json in
                json.object { json in
                    json.member("description", "After how many seconds it may be tried again")
                    json.member("schema", Shape.whole(from: 1, to: nil))
                }
            }
        }
    }

    private mutating func content(_ mediaType: String, _ schema: (inout JSONWriter) -> Void) {
        member("content") { json in
            json.object { json in
                json.member(named: mediaType) { json in json.object { $0.member("schema", schema) } }
            }
        }
    }
}
