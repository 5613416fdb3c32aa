/// Why an archive cannot be used.
package enum ArchiveFault: Error, Hashable, Sendable {
    /// The file cannot be read or written, or is there already: with the system's reason.
    case file(String)
    /// It is not an archive, or a line of it is not what may stand there.
    case line(Int)
    /// It ends before its last line.
    case cutOff
    /// Its bytes, or a file's in it, are not those that its sums were made of.
    case altered
    /// It was written by a newer program, or by one with other tables.
    case otherSchema(String)
}
