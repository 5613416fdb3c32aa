import KohortCore

extension JournalEntry {
    /// What one kind of event says, internal ones too, the newest first: of all subjects or of one, before a number.
    package static func register(
        of event: any Event.Type, subject: Subject? = nil, before number: Int64?, limit: Int, in read: borrowing Read
    ) throws -> [JournalEntry] {
        let narrowed: SQL =
            subject.map { "subject_kind = \($0.kind) and subject_id = \($0.id)" } ?? "subject_kind is not null"
        return try read.all(
            """
            select \(columns) from journal
            where name = \(event.name) and \(narrowed) and number < \(number ?? .max)
            order by number desc limit \(limit)
            """
        ) { try JournalEntry($0) }
    }
}
