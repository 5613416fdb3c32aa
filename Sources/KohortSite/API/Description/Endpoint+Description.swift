import HTTPTypes
import KohortWeb

extension Endpoint {
    /// Those of the path, of the query and of the header, in this order.
    var parameters: [PlacedParameter] {
        let path = captures.map { name in
            PlacedParameter(place: "path", parameter: Parameter(name, Self.schema(of: name), name, isRequired: true))
        }
        let query = operation.query.map { PlacedParameter(place: "query", parameter: $0) }
        return path + query + (method == .post ? [.idempotencyKey] : [])
    }

    /// Rounds and employers go by their slugs, everything else by its id.
    private static func schema(of capture: String) -> Shape {
        ["round", "employer"].contains(capture) ? .slug : .id
    }

    /// The statuses of its problem documents.
    var failures: [HTTPResponse.Status] {
        let changes: [HTTPResponse.Status] = [.requestTimeout, .conflict, .contentTooLarge]
        var statuses: [HTTPResponse.Status] = [.badRequest, .unauthorized, .notFound, .internalServerError]
        statuses.append(.serviceUnavailable)
        if !operation.isPublic { statuses.append(.forbidden) }
        if method != .get { statuses += changes }
        if operation.body != nil { statuses.append(.unsupportedMediaType) }
        if method != .get || !operation.query.isEmpty { statuses.append(.unprocessableContent) }
        return statuses.sorted { $0.code < $1.code }
    }
}

/// A parameter with where it stands in a request.
struct PlacedParameter: JSONValue, Sendable {
    let place: String
    let parameter: Parameter

    static let idempotencyKey = PlacedParameter(
        place: "header",
        parameter: Parameter(
            "Idempotency-Key", .text, "1–255 visible ASCII characters; the same key is the same request for a day",
            isRequired: true))

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", parameter.name)
            json.member("in", place)
            json.member("description", parameter.about)
            json.member("required", parameter.isRequired)
            json.member("schema", parameter.schema)
        }
    }
}
