import Foundation
import KohortOutbound

/// A real SMTP server for the length of one test; Tests/e2e/smtp/server.py says what its arguments do.
struct SMTPReceiver {
    let port: Int
    private let folder: URL

    static func run(_ arguments: String..., body: (SMTPReceiver) async throws -> Void) async throws {
        try await Python.serve(["server.py"] + arguments, in: "smtp") { port, folder in
            try await body(SMTPReceiver(port: port, folder: folder))
        }
    }

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
