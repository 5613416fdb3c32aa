import Foundation
import KohortOutbound

/// A real SMTP server for the length of one test; Tests/e2e/smtp/server.py says what its arguments do.
struct SMTPReceiver {
    let port: Int
    private let folder: URL

    static func run<Result>(
        _ arguments: String..., body: (SMTPReceiver) async throws -> Result
    ) async throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kohort-smtp-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Python.output(of: Python.command(["sh", "certificate.sh", folder.path]))
        let process = Python.python(["server.py", folder.path] + arguments)
        let (stdin, stdout) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (stdin, stdout)
        try process.run()
        defer {
            process.terminate()
            process.waitUntilExit()
        }
        let line = String(decoding: stdout.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(line.dropLast()) else { throw NotStarted(said: line) }
        return try await body(SMTPReceiver(port: port, folder: folder))
    }

    struct NotStarted: Error { let said: String }

    /// The file with this server's own certificate.
    var authority: String { folder.appending(path: "cert.pem").path }

    /// Everything that clients sent, commands and messages, after decryption; empty when nobody did.
    var wire: String {
        (try? Data(contentsOf: folder.appending(path: "wire"))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    var mails: [ReceivedMail] {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            return try names.filter { $0.hasPrefix("mail-") }.sorted().map { name in
                try JSONDecoder().decode(ReceivedMail.self, from: Data(contentsOf: folder.appending(path: name)))
            }
        }
    }
}

/// A mail as Python's email package read it.
struct ReceivedMail: Decodable, Equatable {
    var sender: String?
    var recipients: [String]?
    var headers: [[String]]
    var moment: String
    var to: [[String]]
    var parts: [[String]]
    var defects: [String]
}
