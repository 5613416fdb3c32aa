import HTTPTypes
import NIOCore

extension RawConnection {
    /// The answer to one whole request on a connection of its own.
    package static func answer(
        port: Int, uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: String = ""
    ) async throws -> TestResponse {
        var fields = headers
        (fields[.connection], fields[.contentLength]) = ("close", String(body.utf8.count))
        let lines = ["\(method) \(uri) HTTP/1.1", "Host: localhost"] + fields.map { "\($0.name): \($0.value)" }
        let heard = await exchange(port: port, lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
        return try TestResponse(heard.text)
    }
}

extension TestResponse {
    fileprivate init(_ text: String) throws {
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let lines = parts[0].split(separator: "\r\n")
        guard let first = lines.first?.split(separator: " "), first.count > 1, let code = Int(first[1]) else {
            throw NoAnswer(text: text)
        }
        var headers = HTTPFields()
        for line in lines.dropFirst() {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2, let name = HTTPField.Name(String(pair[0])) else { throw NoAnswer(text: text) }
            headers.append(HTTPField(name: name, value: String(pair[1].drop { $0 == " " })))
        }
        let body = parts.count > 1 ? String(parts[1]) : ""
        self.init(status: .init(code: code), headers: headers, body: ByteBuffer(string: body))
    }

    private struct NoAnswer: Error { let text: String }
}
