import KohortCore
import NIOCore

/// Where the files of a form go while they arrive, so that none is ever held in memory.
package protocol UploadSink: Sendable {
    associatedtype File: IncomingFile
    func begin(_ part: FilePart) async throws -> File
}

/// One file on its way in. Its calls come one at a time.
package protocol IncomingFile: Sendable {
    associatedtype Stored: Sendable
    func append(_ bytes: ByteBuffer) async throws
    /// The file is complete; the form may still be refused.
    func finish() async throws -> Stored
    /// Nobody wants it: it was too large, or the form was refused. May come after `finish`.
    func discard() async
}

/// A file's place in the form and its name, which `SafeFilename` has cleaned.
package struct FilePart: Hashable, Sendable {
    package let field: String
    package let filename: String

    package init(field: String, filename: String) { (self.field, self.filename) = (field, filename) }
}

/// One file that arrived whole.
package struct Upload<Stored: Sendable>: Sendable {
    package let part: FilePart
    /// Bytes.
    package let size: Int
    package let stored: Stored
}

/// A form with files.
package struct Submission<Stored: Sendable>: Sendable {
    package let form: Form
    package let uploads: [Upload<Stored>]
    /// `file.too_large` (values: `name`, `limit` in bytes), `file.no_room` (`name`) and `file.too_many` (`limit`), by
    /// field; those files were discarded, all else is here. `form.too_large` (`limit` in bytes) is where the form was cut off.
    package let problems: [FieldProblem]
    /// Whether it was longer than it may be, so that only what came first is here.
    package let isCutOff: Bool
}

/// For forms that take no files.
struct NoUploads: UploadSink {
    struct File: IncomingFile {
        func append(_ bytes: ByteBuffer) {}
        func finish() {}
        func discard() {}
    }

    func begin(_ part: FilePart) -> File { File() }
}
