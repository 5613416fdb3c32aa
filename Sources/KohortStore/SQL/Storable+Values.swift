import KohortCore

extension Int64: Storable {
    package var sqlValue: SQLValue { .integer(self) }
    package static func read(_ cells: any Cells, _ column: Int) -> Int64? { cells.integer(column) }
}

extension Int: Storable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
    package static func read(_ cells: any Cells, _ column: Int) -> Int? {
        cells.integer(column).flatMap(Int.init(exactly:))
    }
}

extension Bool: Storable {
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
    package static func read(_ cells: any Cells, _ column: Int) -> Bool? { cells.integer(column).map { $0 != 0 } }
}

extension Double: Storable {
    package var sqlValue: SQLValue { .real(self) }
    package static func read(_ cells: any Cells, _ column: Int) -> Double? { cells.real(column) }
}

extension String: Storable {
    package var sqlValue: SQLValue { .text(self) }
    package static func read(_ cells: any Cells, _ column: Int) -> String? { cells.text(column) }
}

extension [UInt8]: Storable {
    package var sqlValue: SQLValue { .blob(self) }
    package static func read(_ cells: any Cells, _ column: Int) -> [UInt8]? { cells.blob(column) }
}

extension Storable where Self: RawRepresentable, RawValue == String {
    package var sqlValue: SQLValue { .text(rawValue) }
    package static func read(_ cells: any Cells, _ column: Int) -> Self? {
        cells.text(column).flatMap(Self.init(rawValue:))
    }
}

extension ID: Storable {
    package var sqlValue: SQLValue { .text(description) }
    package static func read(_ cells: any Cells, _ column: Int) -> ID? { cells.text(column).flatMap { ID($0) } }
}

extension Slug: Storable {
    package var sqlValue: SQLValue { .text(text) }
    package static func read(_ cells: any Cells, _ column: Int) -> Slug? {
        cells.text(column).flatMap { try? Slug($0) }
    }
}

extension Instant: Storable {
    package var sqlValue: SQLValue { .integer(milliseconds) }
    package static func read(_ cells: any Cells, _ column: Int) -> Instant? {
        cells.integer(column).map(Instant.init(milliseconds:))
    }
}

extension LocalDate: Storable {
    package var sqlValue: SQLValue { .text(description) }
    package static func read(_ cells: any Cells, _ column: Int) -> LocalDate? {
        cells.text(column).flatMap { LocalDate($0) }
    }
}

extension EmailAddress: Storable {
    package var sqlValue: SQLValue { .text(text) }
    package static func read(_ cells: any Cells, _ column: Int) -> EmailAddress? {
        cells.text(column).flatMap { EmailAddress($0) }
    }
}

extension Language: Storable {}
extension Role: Storable {}
extension Currency: Storable {}
