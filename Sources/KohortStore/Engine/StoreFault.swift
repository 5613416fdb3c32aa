/// What can go wrong in storage itself. Never shown to users as it is: a request answers 503 or a plain 500.
package enum StoreFault: Error, Equatable {
    /// The disk or a quota is full: nothing was written, and writing may succeed again when there is room.
    case full
    /// The file or server cannot be used now: locked, read-only, gone, connection lost; or a statement took too long.
    case unavailable(String)
    /// Another transaction was in the way, or the connection was lost: nothing remains, and the same may succeed at once.
    case interrupted(String)
    /// The answer to a commit was lost, and whether it took place cannot be found out: it is never tried again by itself.
    case undecided(String)
    /// A key, check or unique index refused a row: `candidacy.id`.
    case constraint(String)
    /// The statement itself is wrong; a fault in the program.
    case statement(String)
    /// A stored value is not of the type that the program reads.
    case unreadable(String)
    /// A statement was tried after another had failed in the same command.
    case poisoned
    /// The database belongs to another tenant, or was made by a newer program; or a row of another tenant's came to it.
    case foreign(String)
    /// Another process owns the data folder.
    case locked(String)
    /// The store was closed while the call waited.
    case closed
    /// A command recorded an event that it does not declare.
    case undeclaredEvent(String)
}

extension StoreFault {
    static func tooMany(_ what: String) -> Self { .unavailable("too many \(what) of this tenant wait already") }
}
