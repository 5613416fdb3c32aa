import HTTPTypes
import Hummingbird
import KohortCore

extension Problem {
    /// `application/problem+json` (RFC 9457).
    func document(_ context: KohortContext) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return .json(status, headers: headers) { json in
            json.object { json in write(&json, context.requestID) }
        }
    }

    private func write(_ json: inout JSONWriter, _ requestID: String) {
        json.member("type", "/problems/\(code)")
        json.member("title", title)
        json.member("status", status.code)
        if let detail { json.member("detail", detail) }
        json.member("code", code)
        if !fields.isEmpty { json.member("errors", list: fields) { $0.problem($1) } }
        if let deadline { json.member("deadline") { $0.deadline(deadline) } }
        if let retryAfter { json.member("retry_after", Self.seconds(retryAfter)) }
        json.member("request_id", requestID)
    }
}

extension JSONWriter {
    fileprivate mutating func problem(_ problem: FieldProblem) {
        object { json in
            json.member("field", problem.field)
            json.member("code", problem.code)
            json.member("values") { json in
                json.object { json in
                    for (name, value) in problem.values.sorted(by: { $0.key < $1.key }) {
                        json.member(named: name) { $0.value(value) }
                    }
                }
            }
        }
    }

    fileprivate mutating func deadline(_ deadline: Deadline) {
        object { json in
            json.member("date", deadline.date.description)
            json.member("zone", deadline.zone.description)
            json.member("end", deadline.end.description)
        }
    }
}
