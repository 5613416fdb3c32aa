import Foundation

/// Holds an archive's lines against their order, and its files against their names.
struct ArchiveCheck {
    private var rows = 0
    private var files = 0
    private var width: Int?
    private var content: (file: ArchiveLine.File, digest: FileDigest)?

    mutating func take(_ line: ArchiveLine, number: Int) throws {
        switch line {
        case .head where number == 1: break
        case .table(let table): width = table.columns.count
        case .row(let row) where row.count == width && content == nil: rows += 1
        case .file(let file):
            try endFile()
            content = (file, FileDigest())
            files += 1
        case .piece(let piece) where content != nil: content?.digest.append(Array(piece))
        case .end: try endFile()
        default: throw ArchiveFault.line(number)
        }
    }

    private mutating func endFile() throws {
        defer { content = nil }
        guard let (file, digest) = content else { return }
        guard digest.file == StoredFile(hash: file.file, size: file.size) else { throw ArchiveFault.altered }
    }

    func finish(_ end: ArchiveEnd) throws {
        guard (end.rows, end.files) == (rows, files) else { throw ArchiveFault.altered }
    }
}

/// Stores an archive's files.
struct ArchiveFiles {
    private let storage: any FileStorage
    private var arriving: (file: ArchiveLine.File, draft: any FileDraft)?

    init(_ storage: any FileStorage) { self.storage = storage }

    mutating func take(_ line: ArchiveLine) throws {
        switch line {
        case .file(let file):
            try finish()
            arriving = (file, try storage.begin())
        case .piece(let piece): try arriving?.draft.append(Array(piece))
        default: break
        }
    }

    mutating func finish() throws {
        defer { arriving = nil }
        guard let (file, draft) = arriving else { return }
        guard try draft.finish() == StoredFile(hash: file.file, size: file.size) else { throw ArchiveFault.altered }
    }
}

/// Inserts an archive's rows.
struct ArchiveRows {
    private let tables: [String: ArchivedTable]
    private let connection: any WriteConnection
    private var table: ArchivedTable?

    init(_ schema: Schema, _ connection: any WriteConnection) {
        tables = Dictionary(uniqueKeysWithValues: schema.tables.map { ($0.name, $0) })
        self.connection = connection
    }

    mutating func take(_ line: ArchiveLine, number: Int) throws {
        switch line {
        case .table(let header):
            guard let found = tables[header.table], found.columns.map(\.name) == header.columns else {
                throw ArchiveFault.otherSchema(header.table)
            }
            table = found
        case .row(let row):
            guard let table, row.count == table.columns.count else { throw ArchiveFault.line(number) }
            let cells = zip(row, table.columns).compactMap { $0.fitting($1.type) }
            guard cells.count == row.count else { throw ArchiveFault.line(number) }
            try connection.execute(table.insertion(of: cells))
        default: break
        }
    }
}
