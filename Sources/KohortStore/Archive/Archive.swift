import Foundation
import KohortCore

/// One tenant's rows and files as a file that is independent of the engine. Calls block.
package struct Archive: Sendable {
    private static let piece = 48 << 10
    /// What the name of one ends in while it is being written; such a file is no archive.
    package static let draftEnding = ".part"
    package let path: String
    private let told: @Sendable (Int) -> Void

    /// `told` hears how many bytes were read or written, each time that some were. An archive that comes in is read
    /// `passes` times, one that is looked over once.
    package init(path: String, told: @escaping @Sendable (Int) -> Void = { _ in }) {
        (self.path, self.told) = (path, told)
    }

    /// How often an archive is read from end to end before its tenant is there: looked over, its files, its rows.
    package static let passes = 3

    /// What its first line says; nothing else is looked at.
    package func head() throws -> ArchiveHead { try ArchiveSource(path: path).head() }

    /// Reads it from end to end: every line in its place, every file with the bytes of its name, and the sum at the end.
    package func verify() throws -> (head: ArchiveHead, end: ArchiveEnd) {
        let head = try head()
        var check = ArchiveCheck()
        let end = try ArchiveSource(path: path, told: told).forEach { try check.take($0, number: $1) }
        try check.finish(end)
        return (head, end)
    }

    /// Writes all rows of one snapshot, and the files that they refer to.
    func write(_ head: ArchiveHead, _ schema: Schema, _ connection: any Connection, _ files: any FileStorage) throws
        -> ArchiveEnd
    {
        let sink = try ArchiveSink(path: path, told: told)
        try sink.append(.head(head))
        var rows = 0
        for table in schema.tables {
            try sink.append(.table(.init(table: table.name, columns: table.columns.map(\.name))))
            try connection.stream(table.selection) { tuple in
                var row: [ArchivedCell] = []
                for (index, column) in table.columns.enumerated() {
                    row.append(try ArchivedCell(tuple, index, column.type))
                }
                try sink.append(.row(row))
                rows += 1
            }
        }
        var stored: [ArchiveLine.File] = []
        try connection.forEach("select hash, size from file where uses > 0 order by hash") { tuple in
            stored.append(.init(file: try tuple[0], size: try tuple[1]))
        }
        for file in stored { try write(file, from: files, to: sink) }
        return try sink.finish(rows: rows, files: stored.count)
    }

    private func write(_ file: ArchiveLine.File, from files: any FileStorage, to sink: ArchiveSink) throws {
        try sink.append(.file(file))
        var offset: Int64 = 0
        while offset < file.size {
            guard let bytes = try files.read(file.file, offset: offset, count: Self.piece), !bytes.isEmpty else {
                throw StoreFault.unavailable("the file \(file.file) is not there whole")
            }
            try sink.append(.piece(.init(bytes)))
            offset += Int64(bytes.count)
        }
    }

    /// Puts all rows into an empty database of the same schema, in one transaction, after its files are stored.
    func load(_ schema: Schema, _ connection: any WriteConnection, _ files: any FileStorage) throws {
        var storing = ArchiveFiles(files)
        try ArchiveSource(path: path, told: told).forEach { line, _ in try storing.take(line) }
        try storing.finish()
        try connection.begin()
        do {
            try connection.deferReferences()
            var rows = ArchiveRows(schema, connection)
            try ArchiveSource(path: path, told: told).forEach { try rows.take($0, number: $1) }
            try connection.commit()
        } catch {
            connection.rollback()
            throw error
        }
    }
}
