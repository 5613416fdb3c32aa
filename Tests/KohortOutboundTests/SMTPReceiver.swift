import Foundation
import KohortOutbound

/// A real SMTP server for the length of one test; Tests/e2e/smtp/server.py says what its arguments do.
struct SMTPReceiver {
    let port: Int
    private let folder: URL

    static func run(_ arguments: String..., body: (SMTPReceiver) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kohort-smtp-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Python.python(["server.py", folder.path] + arguments)
        let (stdin, stdout) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (stdin, stdout)
        try process.run()
        defer {
            // Not terminate(): a child inherits the mask of a dispatch thread, where SIGTERM is blocked.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try? stdin.fileHandleForWriting.close()
        }
        let line = try firstLine(of: stdout.fileHandleForReading)
        guard let port = Int(line) else { throw NotStarted(said: line) }
        try await body(SMTPReceiver(port: port, folder: folder))
    }

    private static func firstLine(of output: FileHandle) throws -> String {
        var line = Data()
        while let byte = try output.read(upToCount: 1), byte != Data("\n".utf8) { line += byte }
        return String(decoding: line, as: UTF8.self)
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
    /// Name, media type and content of each file, where there are files.
    var files: [[String]]?
    var defects: [String]
}
