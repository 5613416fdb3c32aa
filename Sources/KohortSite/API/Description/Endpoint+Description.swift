import Delivery
import HTTPTypes
import KohortWeb

extension Endpoint {
    /// Those of the path, of the query and of the header, in this order.
    var parameters: [PlacedParameter] {
        let path = captures.map { name in
            PlacedParameter(place: "path", parameter: Parameter(name, Self.schema(of: name), name, isRequired: true))
        }
        let query = operation.query.map { PlacedParameter(place: "query", parameter: $0) }
        return path + query + (method == .post ? [.idempotencyKey(of: operation)] : [])
    }

    /// Rounds, cohorts, employers and what a programme's rules name go by their slugs, everything else by its id.
    private static func schema(of capture: String) -> Shape {
        switch capture {
        case "round", "employer", "cohort", "goal", "item": .slug
        case "outcome": .choice(OutcomeKind.self)
        case "code": .text
        case "number": .whole(from: 1, to: nil)
        default: .id
        }
    }

    /// The statuses of its problem documents.
    var failures: [HTTPResponse.Status] {
        var statuses: [HTTPResponse.Status] = [.badRequest, .unauthorized, .internalServerError, .serviceUnavailable]
        if !operation.isPublic { statuses.append(.forbidden) }
        if namesSomething { statuses.append(.notFound) }
        if method == .post { statuses += [.requestTimeout, .contentTooLarge] }
        if operation.body != nil { statuses.append(.unsupportedMediaType) }
        if method == .post || asksForRound { statuses.append(.unprocessableContent) }
        if isLimited { statuses.append(.tooManyRequests) }
        return (statuses + operation.refusals).sorted { $0.code < $1.code }
    }

    /// Whether it stands in the table of limits.
    var isLimited: Bool { !RateRule.all(entry, "/{tenant}" + API.root + path).isEmpty }

    /// Whether its address may lead to something that is not there.
    private var namesSomething: Bool { !captures.isEmpty || asksForRound }
    private var asksForRound: Bool { operation.query.contains { $0.name == Parameter.round.name } }

    /// Whether its answer bears a tag (see `Visit.keptJSON`).
    var isKept: Bool { method == .get && operation.isPublic }
}

/// A parameter with where it stands in a request.
struct PlacedParameter: JSONValue, Sendable {
    let place: String
    let parameter: Parameter

    static func idempotencyKey(of operation: Operation) -> PlacedParameter {
        let length = KeyHeader.shortest(operation)...KeyHeader.longest
        return PlacedParameter(
            place: "header",
            parameter: Parameter(
                KeyHeader.field.rawName, .key(length),
                "\(length.lowerBound)–\(length.upperBound) visible ASCII characters, best a UUID; the same key is the "
                    + "same request for a day",
                isRequired: true))
    }

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
